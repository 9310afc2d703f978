"""A proposed dose in one line for the clinician: what it would be, why, and the tag of the rule's source."""

from __future__ import annotations

from painplanner.core.dose import ActivityDose, AnyDose
from painplanner.core.proposal import Proposal, ProposalKind
from painplanner.core.values import replace
from painplanner.services.words.days import in_words
from painplanner.services.words.library import dose_typed
from painplanner.text import _

SEPARATOR = " · "


def proposal_sentence(proposal: Proposal) -> str:
    """Return "3 × 10 → 3 × 12: done on 7 of 7 days, never too sore. [D]"."""
    tag = f"[{proposal.source.tag.value}]"
    return _("{move}: {reason}. {tag}").format(move=move_words(proposal), reason=reason_words(proposal), tag=tag)


def move_words(proposal: Proposal) -> str:
    """Return what would be done: the numbers that change, from now to next."""
    now, later = _differing(proposal.dose_now, proposal.dose_next)
    if proposal.kind is ProposalKind.STOP:
        return _("Consider stopping")
    if proposal.kind is ProposalKind.STAY:
        return _("Stay at {dose}").format(dose=dose_typed(_bare(proposal.dose_now)))
    if proposal.kind is ProposalKind.START:
        return _("Begin with {dose}").format(dose=later)
    return f"{now} → {later}"


def reason_words(proposal: Proposal) -> str:
    """Return why, in words; an unknown code as it is."""
    template = _reasons().get(proposal.reason.code, proposal.reason.code)
    return template.format_map({key: in_words(text) for key, text in proposal.reason.args})


def source_words(proposal: Proposal) -> str:
    """Return where the rule comes from, with its tag."""
    return f"[{proposal.source.tag.value}] {proposal.source.text}"


def _differing(now: AnyDose, later: AnyDose) -> tuple[str, str]:
    """Return only those parts of two doses that are not the same, or both whole where they have other parts."""
    before, after = (dose_typed(_bare(dose)) for dose in (now, later))
    parts = list(zip(before.split(SEPARATOR), after.split(SEPARATOR), strict=False))
    if before.count(SEPARATOR) != after.count(SEPARATOR):
        return before, after
    changed = [pair for pair in parts if pair[0] != pair[1]]
    return SEPARATOR.join(a for a, _b in changed), SEPARATOR.join(b for _a, b in changed)


def _bare(dose: AnyDose) -> AnyDose:
    """Return a dose without the rule it grows by, which stays as it is."""
    if not isinstance(dose, ActivityDose):
        return dose
    bare: ActivityDose = replace(dose, progression=None)
    return bare


def _reasons() -> dict[str, str]:
    sore = _("too sore on {sore} of {known} days")
    return {
        "tolerated": _("about 80 % of the {tolerated} that are tolerated"),
        "regular": _("done on {done} of {asked} days, never too sore"),
        "by-the-clock": _("done on {done} of {asked} days; by the clock, a sore day changes nothing"),
        "at-top": _("done on {done} of {asked} days and at the top of its range; a harder one may follow"),
        "does-less": _("{mean} a day are done, {asked} are asked"),
        "missed": _("left out {days} days in a row"),
        "sore": sore,
        "sore-once": sore,
        "sore-smallest": _("too sore on {sore} of {known} days, and there is no smaller dose; an easier one may help"),
        "sore-most-days": _("too sore on {sore} of {known} days, so the amount was set too high"),
        "glide-sore": _("too sore on {sore} of {known} days; glide in a smaller arc"),
        "glide-smallest": _("too sore on {sore} of {known} days at the smallest dose"),
        "overdone": _("{value} on {on}, more than 110 % of {mean}, the mean of the week before"),
        "pain-rises": _("pain went from {before} to {now} in a week"),
        "pain-high": _("pain is at {now} of 10; up to 5 is allowed"),
    }
