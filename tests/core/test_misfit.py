"""A table that is no value is told with its field, and with what is allowed there."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from painplanner.core.library import Intervention
from painplanner.core.misfit import Misfit, misfit_of

ENTRY = {"id": "exercise.x", "kind": "exercise", "texts": [{"lang": "en", "name": "X"}]}


def refused(**changes: Any) -> Misfit:
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert({**ENTRY, **changes}, Intervention, strict=False)
    return misfit_of(error.value, Intervention)


def test_a_word_that_is_no_kind_of_line_is_told_with_the_kinds_there_are() -> None:
    misfit = refused(texts=[{"lang": "en", "name": "X", "lines": [{"kind": "stp", "text": "Go."}]}])
    assert misfit.path == "texts[0].lines[0].kind"
    assert misfit.refusal.code == "unknown-choice"
    assert misfit.refusal.args_["value"] == "stp"
    assert "step" in misfit.refusal.args_["allowed"]  # type: ignore[operator]


def test_an_unknown_kind_of_dose_is_told_with_the_kinds_of_dose() -> None:
    misfit = refused(dose={"type": "exercis"})
    assert misfit.path == "dose.type"
    assert set(misfit.refusal.args_["allowed"]) >= {"exercise", "activity", "medicine"}  # type: ignore[arg-type]


def test_a_number_out_of_range_is_told_at_its_field() -> None:
    misfit = refused(dose={"type": "exercise", "sets": 55})
    assert (misfit.path, misfit.refusal.code) == ("dose.sets", "out-of-range")


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"doze": 1}, "doze", "unknown-field"),
        ({"texts": [{"lang": "en"}]}, "texts[0].name", "missing-field"),
        ({"dose": {"type": "exercise", "sets": "many"}}, "dose.sets", "wrong-type"),
        ({"texts": [{"lang": "en", "name": ""}]}, "texts", "no-name"),
        ({"texts": [{"lang": "en", "name": "x" * 1_000_000}]}, "texts[0].name", "too-long"),
        ({"regions": ["elbo"]}, "regions[0]", "unknown-choice"),
        ({"dose": {"type": "exercise", "load": 5, "load_unit": "stone"}}, "dose.load_unit", "unknown-unit"),
        ({"synonyms": [{"lang": "en", "text": "x"}] * 500}, "synonyms", "too-many"),
        (
            {"texts": [{"lang": "en", "name": "X", "lines": [{"kind": "step", "text": "x"}] * 90}]},
            "texts",
            "too-many",
        ),
    ],
)
def test_the_place_and_the_reason_are_told(changes: dict[str, Any], path: str, code: str) -> None:
    misfit = refused(**changes)
    assert (misfit.path, misfit.refusal.code) == (path, code)
