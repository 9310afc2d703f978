"""Rules of what medicines do to one another and to the patient's kidneys, heart and pregnancy.

Drugs of the plan and those the patient takes anyway count alike; two that are never taken at one time do not meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from painplanner.core.findings import Severity
from painplanner.core.review.procedures import is_imaging_of_concern
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item, on_patient
from painplanner.core.review.sight import Drug, Sight, Treatment
from painplanner.core.source import SourceTag
from painplanner.core.values import Answer

STOP, SHOULD = Severity.STOP, Severity.SHOULD
OLDER = 65
MANY_CNS_ACTIVE = 3

_BENZODIAZEPINE = cite(SourceTag.R2, "CDC 2022, boxed warnings; clinical facts 2.6 and 10 rule 2")
_GABAPENTINOID = cite(SourceTag.R, "FDA Drug Safety Communication 19 Dec 2019; clinical facts 2.6 and 10 rule 3")
_DEPRESSANT = cite(SourceTag.R2, "CDC 2022; clinical facts 2.6")
_ANTAGONIST = cite(SourceTag.R2, "CDC 2022; clinical facts 2.6 and 10 rule 24")
_TWO_NSAIDS = cite(SourceTag.K, "Labels; clinical facts 3.2 and 10 rule 12")
_TOPICAL = cite(SourceTag.R, "Diclofenac gel, not together with an oral NSAID; clinical facts 3.1 and 10 rule 12")
_BLEEDING = cite(SourceTag.K, "NSAID labels; clinical facts 3.2 and 10 rule 13")
_KIDNEY = cite(SourceTag.K, "NSAID labels; clinical facts 3.2 and 10 rule 14")
_PREGNANCY = cite(SourceTag.R, "FDA Drug Safety Communication 15 Oct 2020; clinical facts 3.2 and 10 rule 15")
_PREGNANT = cite(SourceTag.R, "Pregnancy, check before prescribing and imaging; clinical facts 5")
_SEROTONIN = cite(SourceTag.K, "Labels; clinical facts 3.2 and 10 rule 18")
_TIZANIDINE = cite(SourceTag.K, "Tizanidine label; clinical facts 3.2 and 10 rule 21")
_CNS = cite(SourceTag.K, "AGS Beers Criteria 2023; clinical facts 3.2 and 10 rule 25")

_BREATHING_RISKS = ("condition.copd", "condition.sleep-apnoea", "kidney-disease")
_KIDNEY_WORDS = ("kidney-disease", "condition.kidney-disease", "condition.dialysis")
_DEPRESSANTS = ("muscle-relaxant", "sleep-medicine", "sedating-antihistamine")


def _of(sight: Sight, *classes: str) -> tuple[Drug, ...]:
    """Return the drugs of any of these classes."""
    return tuple(dict.fromkeys(drug for name in classes for drug in sight.drugs_by_class.get(name, ())))


def _nsaids(sight: Sight) -> tuple[Drug, ...]:
    return tuple(drug for drug in _of(sight, "nsaid") if "topical-nsaid" not in drug.classes)


def _meet(sight: Sight, ours: Iterable[Drug], others: Iterable[Drug]) -> Iterator[tuple[Drug, Drug]]:
    """Yield each drug that meets one of the other group, the one later in the plan first, each once."""
    left, right = tuple(ours), tuple(others)
    if not left or not right:
        return
    order = {id(drug): place for place, drug in enumerate(sight.drugs)}
    seen: set[int] = set()
    pairs = ((a, b) for a in left for b in right if a.key != b.key and a.meets(b))
    for a, b in pairs:
        later, earlier = (a, b) if order[id(a)] > order[id(b)] else (b, a)
        if id(later) not in seen:
            seen.add(id(later))
            yield later, earlier


def _spots(sight: Sight, ours: Iterable[Drug], others: Iterable[Drug]) -> Iterator[Spot]:
    for later, earlier in _meet(sight, ours, others):
        yield _at(sight, later, earlier.arg())


def _at(sight: Sight, drug: Drug, *given: tuple[str, str]) -> Spot:
    if drug.treatment is not None:
        return on_item(drug.treatment.item, *given)
    return on_patient(sight, ("code", drug.key), *given)


def _opioid_benzodiazepine(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _of(sight, "opioid"), _of(sight, "benzodiazepine"))


def _opioid_gabapentinoid(sight: Sight) -> Iterator[Spot]:
    if not _breathes_at_risk(sight):
        yield from _spots(sight, _of(sight, "opioid"), _of(sight, "gabapentinoid"))


def _opioid_gabapentinoid_risk(sight: Sight) -> Iterator[Spot]:
    reasons = _breathes_at_risk(sight)
    if reasons:
        for later, earlier in _meet(sight, _of(sight, "opioid"), _of(sight, "gabapentinoid")):
            yield _at(sight, later, earlier.arg(), *reasons)


def _breathes_at_risk(sight: Sight) -> tuple[tuple[str, str], ...]:
    reasons = tuple(("caution", caution) for caution in _BREATHING_RISKS if sight.has(caution))
    return (*reasons, ("age", str(sight.age))) if sight.age is not None and sight.age >= OLDER else reasons


def _opioid_depressant(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _of(sight, "opioid"), _of(sight, *_DEPRESSANTS))


def _opioid_antagonist(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _of(sight, "opioid"), _of(sight, "opioid-antagonist"))


def _two_nsaids(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _nsaids(sight), _nsaids(sight))


def _oral_and_topical(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _nsaids(sight), _of(sight, "topical-nsaid"))


def _nsaid_blood_thinner(sight: Sight) -> Iterator[Spot]:
    """Point at NSAIDs beside an anticoagulant, or beside a blood thinner that is not named."""
    anticoagulants = _of(sight, "anticoagulant")
    if anticoagulants:
        yield from _spots(sight, _nsaids(sight), anticoagulants)
    elif sight.patient.safety.blood_thinner is Answer.YES and not _of(sight, "antiplatelet"):
        yield from _planned(sight, _nsaids(sight))


def _planned(sight: Sight, drugs: Iterable[Drug], *given: tuple[str, str]) -> Iterator[Spot]:
    """Point at the drugs of the plan; those that the patient takes anyway are pointed at once, at the patient."""
    for drug in drugs:
        yield _at(sight, drug, *given)


def _nsaid_bleeding(sight: Sight) -> Iterator[Spot]:
    if not _of(sight, "stomach-protection"):
        yield from _spots(sight, _nsaids(sight), _of(sight, "antiplatelet", "ssri", "snri"))


def _nsaid_kidney(sight: Sight) -> Iterator[Spot]:
    reason = next((caution for caution in _KIDNEY_WORDS if sight.has(caution)), "")
    if reason:
        yield from _planned(sight, _nsaids(sight), ("caution", reason))


def _nsaid_triple(sight: Sight) -> Iterator[Spot]:
    """Point at an NSAID on top of an ACE inhibitor or ARB with a diuretic."""
    pressure, water = _of(sight, "ace-inhibitor", "arb"), _of(sight, "diuretic")
    if pressure and water:
        yield from _planned(sight, _nsaids(sight), pressure[0].arg(), water[0].arg())


def _nsaid_heart(sight: Sight) -> Iterator[Spot]:
    if sight.has("condition.heart-failure"):
        yield from _planned(sight, _nsaids(sight), ("caution", "condition.heart-failure"))


def _nsaid_pregnancy(sight: Sight) -> Iterator[Spot]:
    if sight.has("pregnancy"):
        yield from _planned(sight, _nsaids(sight), ("caution", "pregnancy"))


def _nsaid_level(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _nsaids(sight), _of(sight, "lithium", "methotrexate"))


def _pregnancy_check(sight: Sight) -> Iterator[Spot]:
    if sight.has("pregnancy"):
        for treatment in sight.live:
            if _needs_pregnancy_check(treatment) and "pregnancy" not in treatment.item.cautions:
                yield on_item(treatment.item, ("caution", "pregnancy"))


def _needs_pregnancy_check(treatment: Treatment) -> bool:
    return is_imaging_of_concern(treatment) or not treatment.classes.isdisjoint({"opioid", "gabapentinoid"})


def _serotonergic(sight: Sight) -> Iterator[Spot]:
    drugs = [drug for drug in _of(sight, "serotonergic") if "maoi" not in drug.classes]
    return _spots(sight, drugs, drugs)


def _serotonergic_maoi(sight: Sight) -> Iterator[Spot]:
    return _spots(sight, _of(sight, "serotonergic"), _of(sight, "maoi"))


def _tizanidine(sight: Sight) -> Iterator[Spot]:
    tizanidine = [drug for drug in _of(sight, "muscle-relaxant") if drug.key.endswith("tizanidine")]
    return _spots(sight, tizanidine, _of(sight, "cyp1a2-inhibitor"))


def _many_cns_active(sight: Sight) -> Iterator[Spot]:
    active = _of(sight, "cns-active")
    keys = dict.fromkeys(drug.key for drug in active)
    if sight.age is not None and sight.age >= OLDER and len(keys) >= MANY_CNS_ACTIVE:
        others = (drug.arg() for drug in active[:-1])
        yield _at(sight, active[-1], *args(n=len(keys), limit=MANY_CNS_ACTIVE, age=sight.age), *others)


RULES = (
    Rule("opioid-benzodiazepine", STOP, _BENZODIAZEPINE, _opioid_benzodiazepine),
    Rule("opioid-gabapentinoid-risk", STOP, _GABAPENTINOID, _opioid_gabapentinoid_risk),
    Rule("opioid-gabapentinoid", SHOULD, _GABAPENTINOID, _opioid_gabapentinoid),
    Rule("opioid-depressant", SHOULD, _DEPRESSANT, _opioid_depressant),
    Rule("opioid-antagonist", STOP, _ANTAGONIST, _opioid_antagonist),
    Rule("two-nsaids", SHOULD, _TWO_NSAIDS, _two_nsaids),
    Rule("nsaid-oral-and-topical", SHOULD, _TOPICAL, _oral_and_topical),
    Rule("nsaid-blood-thinner", STOP, _BLEEDING, _nsaid_blood_thinner),
    Rule("nsaid-bleeding", SHOULD, _BLEEDING, _nsaid_bleeding),
    Rule("nsaid-kidney", STOP, _KIDNEY, _nsaid_kidney),
    Rule("nsaid-triple", STOP, _KIDNEY, _nsaid_triple),
    Rule("nsaid-heart-failure", STOP, _KIDNEY, _nsaid_heart),
    Rule("nsaid-pregnancy", STOP, _PREGNANCY, _nsaid_pregnancy),
    Rule("nsaid-level", SHOULD, _TWO_NSAIDS, _nsaid_level),
    Rule("pregnancy-check", SHOULD, _PREGNANT, _pregnancy_check),
    Rule("serotonergic-maoi", STOP, _SEROTONIN, _serotonergic_maoi),
    Rule("serotonergic-pair", SHOULD, _SEROTONIN, _serotonergic),
    Rule("tizanidine-inhibitor", STOP, _TIZANIDINE, _tizanidine),
    Rule("many-cns-active", SHOULD, _CNS, _many_cns_active),
)
