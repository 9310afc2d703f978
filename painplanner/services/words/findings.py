"""What the review sees, in sentences, and the words on the button of each remedy."""

from __future__ import annotations

from painplanner.core.findings import Finding
from painplanner.core.plan import Plan
from painplanner.services.words.days import in_words
from painplanner.text import _


def finding_sentence(finding: Finding, plan: Plan) -> str:
    """Return a finding as a sentence that belongs where its subject is shown."""
    del plan
    template = _sentences().get(finding.code, finding.code.replace("-", " "))
    return template.format_map({key: in_words(text) for key, text in finding.args})


def remedy_words(finding: Finding) -> str:
    """Return the words of the one-click remedy, nothing where there is none."""
    return _remedies().get(finding.remedy, "")


def _sentences() -> dict[str, str]:
    return {}


def _remedies() -> dict[str, str]:
    return {"add-checkpoint": _("Add a checkpoint")}
