"""Rules of procedures and tests: paired with rehabilitation, looked at in time, and done for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from painplanner.core.dose import ActivityDose, CourseDose, ProcedureDose, has_side, side_of
from painplanner.core.findings import Severity
from painplanner.core.library import Kind
from painplanner.core.plan import Purpose
from painplanner.core.review.function import ACTIVE_KINDS
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item, on_plan
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag
from painplanner.core.values import Answer, Mechanism

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER
REHAB_WITHIN_DAYS = 14
REHAB_FROM_DAY = 2
EPIDURAL_LOOK = (14, 21)
BLOCKS_BEFORE_ABLATION = 2
MOST_INVASIVE = 2

Days = tuple[date, date] | None

_HAND_OFF = cite(
    SourceTag.D, "Article: hand-off the same week; the limit of 14 days is a default, clinical facts 10 rule 29"
)
_TWO_WEEKS = cite(SourceTag.R, "Article: reassess an epidural in two to three weeks; clinical facts 10 rule 30")
_INTERVAL = cite(SourceTag.D, "Clinical facts 7.2: default interval of reassessment, kept with the library entry")
_BLOCKS = cite(SourceTag.R2, "Payer rule of two blocks; guideline: one may do (clinical facts 4.1 and 11, they differ)")
_SENSITISED = cite(
    SourceTag.D, "Article: tissue-level interventions rarely help; two as a limit is a default, facts 10 rule 31"
)
_IMAGING = cite(SourceTag.R, "Article: scans only when they change management; clinical facts 10 rule 36")
_SIDE = cite(SourceTag.D, "Product default: a side is named before a needle is")
_THINNER = cite(
    SourceTag.R2, "ASRA 2018 classes restated; clinical facts 4.2 and 10 rule 28: the prescriber agrees to a hold"
)

_EPIDURAL = frozenset({"epidural", "esi", "interlaminar", "transforaminal", "caudal"})
_HIGH_BLEEDING = _EPIDURAL | {
    "snrb", "root", "stimulator", "stimulation", "scs", "drg", "pump", "intrathecal", "vertebroplasty", "kyphoplasty",
    "intradiscal", "stellate", "sympathetic", "trigeminal", "sphenopalatine", "cervical", "decompression",
}  # fmt: skip
_CERVICAL_LEVEL = re.compile(r"\bC[1-8]", re.IGNORECASE)
_ABLATION = frozenset({"rfa", "radiofrequency", "ablation"})
_FACET = frozenset({"branch", "facet", "medial", "mbb"})
_BLOCK = frozenset({"block", "blocks", "mbb"})
_IMAGES = frozenset({"mri", "ct", "xray", "radiograph", "imaging", "scan", "ultrasound"})
_SOUND = frozenset({"ultrasound", "sonography"})
_NOT_SOUND = frozenset({"mri", "ct", "xray", "ray", "radiograph"})
_HOLD = frozenset({"anticoagulant", "anticoagulation", "thinner", "thinners"})
_REHAB_KINDS = frozenset({Kind.EXERCISE, Kind.HANDS_ON})


def is_epidural(treatment: Treatment) -> bool:
    """Tell whether a treatment is an epidural, by its id or name."""
    return treatment.is_needle and not _EPIDURAL.isdisjoint(treatment.words)


def is_imaging(treatment: Treatment) -> bool:
    """Tell whether a treatment is an image taken to find out."""
    return (
        treatment.item.kind == Kind.DIAGNOSTIC and not treatment.is_needle and not _IMAGES.isdisjoint(treatment.words)
    )


def is_imaging_of_concern(treatment: Treatment) -> bool:
    """Tell whether an image is asked about in pregnancy; an ultrasound, with no other image beside it, is not."""
    words = treatment.words
    return is_imaging(treatment) and (_SOUND.isdisjoint(words) or not _NOT_SOUND.isdisjoint(words))


def _without_rehab(sight: Sight) -> Iterator[Spot]:
    rehab = _rehab_days(sight) if sight.needles else frozenset[Days]()
    for needle in sight.needles:
        if needle.start is None or _finds_out(needle):
            continue
        if not _is_over(needle, REHAB_WITHIN_DAYS, sight) and not _is_followed(needle.start, rehab):
            yield on_item(needle.item, *args(days=REHAB_WITHIN_DAYS, step=needle.step.id, after=REHAB_FROM_DAY))


def _finds_out(needle: Treatment) -> bool:
    """Tell whether a needle is there to find out; no therapy follows a diagnostic block on its day."""
    if needle.item.kind != Kind.PROCEDURE or needle.step.purpose is Purpose.DIAGNOSTIC:
        return True
    return needle.entry is not None and needle.entry.purpose == Purpose.DIAGNOSTIC


def _rehab_days(sight: Sight) -> frozenset[Days]:
    """Return when rehabilitation goes on; an active step that is still empty says so by itself."""
    found = {_days_of(treatment) for treatment in sight.treatments if _is_rehab(treatment)}
    for step in sight.live_steps:
        if step.purpose is Purpose.ROOT_CAUSE and not sight.live_of[step.id]:
            span = sight.dates.spans.get(step.id)
            found.add((span.start, span.end or date.max) if span is not None else None)
    return frozenset(found)


def _is_rehab(treatment: Treatment) -> bool:
    return treatment.item.kind in _REHAB_KINDS or isinstance(treatment.item.dose, ActivityDose | CourseDose)


def _is_followed(needle_day: date, rehab: frozenset[Days]) -> bool:
    """Tell whether rehabilitation goes on or begins in the days after a procedure; without a date it may."""
    latest = needle_day + timedelta(days=REHAB_WITHIN_DAYS)
    return any(days is None or (days[0] <= latest and days[1] > needle_day) for days in rehab)


def _days_of(treatment: Treatment) -> Days:
    return None if treatment.start is None else (treatment.start, treatment.end or date.max)


def _is_over(needle: Treatment, days: int, sight: Sight) -> bool:
    """Tell whether a done procedure lies so far back that nothing can be planned for it any more."""
    return not needle.is_live and needle.start is not None and needle.start + timedelta(days=days) < sight.today


def _epidural_without_look(sight: Sight) -> Iterator[Spot]:
    for needle in sight.needles:
        if is_epidural(needle):
            yield from _look_missing(needle, EPIDURAL_LOOK, sight)


def _procedure_without_look(sight: Sight) -> Iterator[Spot]:
    for needle in sight.needles:
        if not is_epidural(needle) and needle.entry is not None and needle.entry.reassess_days is not None:
            yield from _look_missing(needle, needle.entry.reassess_days, sight)


def _look_missing(needle: Treatment, window: tuple[int, int], sight: Sight) -> Iterator[Spot]:
    first, last = window
    if needle.start is None or _is_over(needle, last, sight):
        return
    if not sight.is_looked_at(needle.start + timedelta(days=first), needle.start + timedelta(days=last)):
        yield on_item(needle.item, *args(first=first, last=last, step=needle.step.id, days=max(1, first)))


def _ablation_without_blocks(sight: Sight) -> Iterator[Spot]:
    blocks = sum(1 for needle in sight.needles if _is_facet_block(needle.words))
    for needle in sight.needles if blocks < BLOCKS_BEFORE_ABLATION else ():
        if needle.is_live and not _ABLATION.isdisjoint(needle.words) and "genicular" not in needle.words:
            yield on_item(needle.item, *args(n=blocks, limit=BLOCKS_BEFORE_ABLATION))


def _is_facet_block(words: frozenset[str]) -> bool:
    return not _BLOCK.isdisjoint(words) and not _FACET.isdisjoint(words)


def _invasive_when_sensitised(sight: Sight) -> Iterator[Spot]:
    invasive = [needle for needle in sight.needles if needle.is_live]
    is_active = any(treatment.item.kind in ACTIVE_KINDS for treatment in sight.treatments)
    if sight.plan.mechanism is Mechanism.NOCIPLASTIC and len(invasive) >= MOST_INVASIVE and not is_active:
        yield on_plan(*(("item", needle.item.id) for needle in invasive))


def _imaging_without_reason(sight: Sight) -> Iterator[Spot]:
    if sight.patient.red_flags.state is Answer.YES:
        return
    for treatment in sight.live:
        dose = treatment.item.dose
        reason = treatment.item.note or treatment.step.note or (dose.note if dose is not None else "")
        if is_imaging(treatment) and not reason.strip():
            yield on_item(treatment.item)


def _needle_without_side(sight: Sight) -> Iterator[Spot]:
    for needle in sight.needles:
        item = needle.item
        if needle.is_live and item.two_sided and has_side(item.dose) and side_of(item.dose) is None:
            side = sight.plan.side
            yield on_item(item, *args(side=side and side.value), can_mend=side is not None)


def _needle_without_site(sight: Sight) -> Iterator[Spot]:
    for needle in sight.needles:
        dose = needle.item.dose
        if needle.is_live and isinstance(dose, ProcedureDose) and not (dose.site.strip() or dose.level.strip()):
            yield on_item(needle.item)


def _thinner_and_spine(sight: Sight) -> Iterator[Spot]:
    return _with_thinner(sight, is_spine=True)


def _thinner_and_needle(sight: Sight) -> Iterator[Spot]:
    return _with_thinner(sight, is_spine=False)


def _with_thinner(sight: Sight, *, is_spine: bool) -> Iterator[Spot]:
    """Point at needles of one class of bleeding risk unless the plan holds a talk with the prescriber."""
    if not sight.has("blood-thinner") or any(_is_hold_plan(treatment) for treatment in sight.treatments):
        return
    for needle in sight.needles:
        if needle.is_live and _is_near_spine(needle) is is_spine:
            yield on_item(needle.item)


def _is_near_spine(needle: Treatment) -> bool:
    """Tell whether a bleed would be near the spinal cord (intermediate and high class), by words or neck level."""
    dose = needle.item.dose
    where = f"{dose.level} {dose.site}" if isinstance(dose, ProcedureDose) else ""
    is_facet = not _FACET.isdisjoint(needle.words)
    return not _HIGH_BLEEDING.isdisjoint(needle.words) or (is_facet and _CERVICAL_LEVEL.search(where) is not None)


def _is_hold_plan(treatment: Treatment) -> bool:
    return treatment.item.kind == Kind.COORDINATION and not _HOLD.isdisjoint(treatment.words)


RULES = (
    Rule("spine-needle-blood-thinner", STOP, _THINNER, _thinner_and_spine),
    Rule("needle-blood-thinner", SHOULD, _THINNER, _thinner_and_needle),
    Rule("procedure-without-rehab", SHOULD, _HAND_OFF, _without_rehab, "add-rehab-step"),
    Rule("epidural-without-look", SHOULD, _TWO_WEEKS, _epidural_without_look, "add-checkpoint"),
    Rule("procedure-without-look", SHOULD, _INTERVAL, _procedure_without_look, "add-checkpoint"),
    Rule("ablation-without-blocks", SHOULD, _BLOCKS, _ablation_without_blocks),
    Rule("invasive-when-sensitised", SHOULD, _SENSITISED, _invasive_when_sensitised),
    Rule("imaging-without-reason", CONSIDER, _IMAGING, _imaging_without_reason),
    Rule("needle-without-side", SHOULD, _SIDE, _needle_without_side, "take-side"),
    Rule("needle-without-site", CONSIDER, _SIDE, _needle_without_site),
)
