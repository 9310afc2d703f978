"""Plans of older programs open as they were."""

from datetime import date

import msgspec

from painplanner.core.codec import decode_plan, encode_plan
from painplanner.core.plan import Plan
from painplanner.core.values import LangText


def test_a_plan_of_schema_1_opens_without_decisions_flares_or_a_closing() -> None:
    made = Plan(id="plan-1", title="Sciatica", start=date(2026, 1, 5))
    raw = msgspec.json.decode(encode_plan(made))
    for field in ("decisions", "flares", "closing"):
        raw["plan"].pop(field, None)
    raw["schema"] = 1
    raw["plan"]["schema"] = 1
    opened = decode_plan(msgspec.json.encode(raw))
    assert opened == made
    assert (opened.decisions, opened.flares, opened.closing) == ((), (), None)


def test_a_plan_of_schema_2_opens_without_early_signs() -> None:
    made = Plan(id="plan-1", title="Sciatica", flare=(LangText(lang="en", text="Walk."),))
    raw = msgspec.json.decode(encode_plan(made))
    raw["plan"].pop("early_signs", None)
    raw["schema"] = 2
    raw["plan"]["schema"] = 2
    opened = decode_plan(msgspec.json.encode(raw))
    assert opened == made
    assert opened.early_signs == ()


def test_a_plan_of_schema_3_opens_and_follows_nothing_besides() -> None:
    made = Plan(id="plan-1", title="Sciatica")
    raw = msgspec.json.decode(encode_plan(made))
    raw["plan"].pop("followed", None)
    raw["schema"] = 3
    raw["plan"]["schema"] = 3
    assert decode_plan(msgspec.json.encode(raw)) == made
