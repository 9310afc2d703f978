"""What the review sees, in sentences, and the words on the button of each remedy.

A sentence names what was seen and what may be considered; who decides is the clinician. The wording of each family
of rules stands in `finding_sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from painplanner.core.findings import Finding
from painplanner.core.plan import ActionKind, Plan, item_name, items_of
from painplanner.core.values import Mechanism, text_in
from painplanner.services.words import finding_sentences
from painplanner.services.words.codes import code_name
from painplanner.services.words.days import in_words
from painplanner.services.words.plan import bare_action_words, mechanism_words, step_title
from painplanner.text import _

CRISIS_LINE = "988"
"""The line of the United States (clinical facts 9.3), where the practice names none."""


def finding_sentence(finding: Finding, plan: Plan, crisis_line: str = "", lang: str = "en") -> str:
    """Return a finding as a sentence that belongs where its subject is shown, with names in the practice's language."""
    template = finding_sentences.sentences().get(finding.code)
    if template is None:
        return _("The review sees: {code}.").format(code=finding.code.replace("-", " "))
    said = template.format_map(_Names(finding, plan, crisis_line, lang))
    return re.sub(r"\s+", " ", re.sub(r"(\s+([.,:;)])|:\s*(\.))", r"\2\3", said)).strip()


def remedy_words(finding: Finding) -> str:
    """Return the words of the one-click remedy, nothing where there is none."""
    return finding_sentences.remedies().get(finding.remedy, "")


class _Names(dict[str, str]):
    """What a sentence may name, looked up when it does; what a finding does not say stays empty."""

    def __init__(self, finding: Finding, plan: Plan, crisis_line: str, lang: str) -> None:
        super().__init__(line=crisis_line or CRISIS_LINE)
        self._finding, self._plan, self._lang = finding, plan, lang

    def __missing__(self, key: str) -> str:
        if key == "subject":
            return self._subject()
        if key == "other":
            others = {"with-item": "item", "with-code": "code"}
            return _joined(self._named(others[name], text) for name, text in self._finding.args if name in others)
        if key == "reasons":
            return _joined(
                (self["caution"], self["class"], _mme(self._finding.arg("mme")), _years(self._finding.arg("age")))
            )
        return _joined(self._named(key, text) for text in self._finding.all_args(key))

    def _named(self, key: str, text: str) -> str:
        if key == "item":
            return self._item(text)
        if key in {"step", "driver", "measure"}:
            return {"step": self._step, "driver": self._driver, "measure": self._measure}[key](text)
        if key in {"code", "caution", "question", "class", "flag"}:
            return code_name(text)
        if key == "action":
            return bare_action_words(ActionKind(text))
        if key in {"mechanism", "fits"}:
            return mechanism_words(Mechanism(text))
        return in_words(text)

    def _subject(self) -> str:
        if self._finding.subject_kind == "item":
            return self._item(self._finding.subject)
        return self._step(self._finding.subject) if self._finding.subject_kind == "step" else self["code"]

    def _item(self, item_id: str) -> str:
        found = next((item for _step, item in items_of(self._plan) if item.id == item_id), None)
        return item_name(found, self._lang) if found is not None else _("something that is gone")

    def _step(self, step_id: str) -> str:
        found = next((step for step in self._plan.steps if step.id == step_id), None)
        return step_title(found, self._plan) if found is not None else ""

    def _driver(self, driver_id: str) -> str:
        found = next((driver for driver in self._plan.drivers if driver.id == driver_id), None)
        return "" if found is None else found.text or text_in(found.words, self._lang)

    def _measure(self, measure_id: str) -> str:
        asked = [c for check in self._plan.checkpoints for c in check.criteria]
        asked += [goal.criterion for goal in self._plan.goals if goal.criterion is not None]
        name = next((c.activity or text_in(c.name, self._lang) for c in asked if c.measure == measure_id), "")
        return name or measure_id.split(".")[-1].replace("_", " ")


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


def _years(age: str) -> str:
    return _("{n} years").format(n=age) if age else ""


def _mme(amount: str) -> str:
    return _("{n} MME a day").format(n=amount) if amount else ""
