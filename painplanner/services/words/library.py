"""The library in words: positions, equipment, how an entry suits a patient, and how an own one stands to ours."""

from __future__ import annotations

import re
from collections.abc import Collection

from painplanner.core.dose import AnyDose
from painplanner.core.dose_text import dose_line
from painplanner.core.fitness import Fitness
from painplanner.core.library import Intervention, Kind, MedicineFact
from painplanner.core.own import Standing
from painplanner.core.values import Region
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.documents.dose_words import counted_words
from painplanner.services.words.body import region_words
from painplanner.services.words.codes import code_name
from painplanner.services.words.plan import kind_words, mechanism_words
from painplanner.text import _, current, ngettext, pgettext, spoken

__all__ = [
    "amount_words",
    "dose_shown",
    "dose_typed",
    "dose_words",
    "equipment_words",
    "filed_words",
    "fitness_sentence",
    "fitness_short",
    "mechanism_words",
    "position_words",
    "standing_words",
    "waiting_sentence",
]


def position_words(position: str) -> str:
    """Return how a position is called; a word of the practice's own stays as it is."""
    known = {
        "standing": _("Standing"),
        "sitting": _("Sitting"),
        "supine": _("On the back"),
        "prone": _("On the belly"),
        "side-lying": _("On the side"),
        "long-sitting": _("Sitting with straight legs"),
        "hands-and-knees": _("Hands and knees"),
        "kneeling": _("Kneeling"),
        "in-water": _("In water"),
        "any": _("Any position"),
    }
    return known.get(position) or _plain(position)


def equipment_words(thing: str) -> str:
    """Return how a piece of equipment is called; a word of the practice's own stays as it is."""
    return {**_loads(), **_furniture(), **_small_things()}.get(thing) or _plain(thing)


def filed_words() -> dict[str, str]:
    """Return how people say what an entry is filed under, by facet and value ("region lumbar")."""
    found = {f"kind {kind.value}": kind_words(kind) for kind in Kind}
    found |= {f"region {region.value}": region_words(region) for region in Region}
    found |= {f"equipment {thing}": equipment_words(thing) for thing in EQUIPMENT}
    found |= {f"position {one}": position_words(one) for one in POSITIONS if one != "any"}
    spine = {
        Region.NECK: _("Cervical spine"),
        Region.UPPER_BACK: _("Thoracic spine"),
        Region.LUMBAR: _("Lumbar spine"),
    }
    return found | {f"region {region.value}": f"{region_words(region)}, {words}" for region, words in spine.items()}


def _loads() -> dict[str, str]:
    return {
        "ankle-weight": _("Ankle weight"),
        "band": _("Band"),
        "weight": _("Weight"),
        "bike": _("Bike"),
        "pulley": _("Pulley"),
        "pool": _("Pool"),
        "hammer": _("Hammer"),
        "ball": _("Ball"),
        "small-balls": _("Two small balls"),
        "foam-roller": _("Foam roller"),
        "putty": _("Putty"),
        "stick": _("Stick"),
        "poles": _("Walking poles"),
        "strap": _("Strap"),
    }


def _furniture() -> dict[str, str]:
    return {
        "bed": _("Bed"),
        "bench": _("Bench"),
        "board": _("Board"),
        "box": _("Box"),
        "car": _("Car"),
        "chair": _("Chair"),
        "counter": _("Counter"),
        "desk": _("Desk"),
        "doorway": _("Doorway"),
        "mirror": _("Mirror"),
        "stairs": _("Stairs"),
        "step": pgettext("thing", "Step"),
        "table": pgettext("thing", "Table"),
        "wall": _("Wall"),
    }


def _small_things() -> dict[str, str]:
    return {
        "audio": _("Audio"),
        "brace": _("Brace"),
        "cane": _("Cane"),
        "fabrics": _("Fabrics"),
        "heat-or-cold-pack": _("Heat or cold pack"),
        "journal": _("Journal"),
        "mat": _("Mat"),
        "pad": _("Pad"),
        "phone": _("Phone"),
        "pillow": _("Pillow"),
        "shoes": _("Shoes"),
        "splint": _("Splint"),
        "tape": _("Tape"),
        "target": pgettext("thing", "Target"),
        "tens-unit": _("TENS unit"),
        "timer": _("Timer"),
        "towel": _("Towel"),
    }


def dose_words(entry: Intervention, dose: AnyDose | None) -> str:
    """Return how much in one line, as a list shows it: the dose, a medicine's reference amount, or nothing."""
    return dose_shown(dose) or _reference_words(entry)


def dose_shown(dose: AnyDose | None) -> str:
    """Return a dose as one line to be read, without the quotes that typing it needs."""
    return dose_typed(dose).replace('"', "")


def dose_typed(dose: AnyDose | None) -> str:
    """Return a dose as the line that would be typed for it."""
    return dose_line(dose, spoken())


def _reference_words(entry: Intervention) -> str:
    """Return the usual amount of a medicine, or the one it starts with where the usual one is told without numbers."""
    known = entry.reference
    if known is None:
        return ""
    for said, fact in (("{amount}", known.usual), (_("Start: {amount}"), known.start)):
        amount = re.sub(r"(\d) (?:to|a) (\d)", r"\1–\2", amount_words(fact)) if fact is not None else ""
        if any(ch.isdigit() for word in amount.split()[:2] for ch in word):
            return said.format(amount=amount)
    return ""


def amount_words(fact: MedicineFact) -> str:
    """Return a reference amount: "100 to 300 mg at night"."""
    number = counted_words(fact.amount, fact.unit, current()) if fact.amount is not None else ""
    text = _(fact.text) if fact.text else ""  # the library's own are in the catalogue, others stay as they are
    if number and number.split()[0] in text.split():
        number = ""  # the words say it already
    return " ".join(part for part in (number, text) if part)


def fitness_sentence(fitness: Fitness) -> str:
    """Return the most important thing to know of an entry for a patient, the empty text where there is none."""
    allergies = [code for code in fitness.against if code.startswith(("allergy.", "medicine."))]
    against = [code for code in fitness.against if code not in allergies]
    if allergies:
        return _("Allergy: {what}.").format(what=_named(allergies))
    if against:
        return _("Not with {what}.").format(what=", ".join(_with(code) for code in against))
    if fitness.unasked:
        return _("Not asked yet: {what}.").format(what=_named(fitness.unasked))
    return _("Take care: {what}.").format(what=_named(fitness.careful)) if fitness.careful else ""


def fitness_short(fitness: Fitness) -> str:
    """Return the same for a narrow place, in which what is asked must still be seen."""
    if fitness.against or not fitness.unasked:
        return fitness_sentence(fitness)
    return _("Ask: {what}.").format(what=_named(fitness.unasked))


def waiting_sentence(count: int, questions: Collection[str]) -> str:
    """Return how many entries wait for which safety questions, the empty text for none."""
    if not count:
        return ""
    sentence = ngettext(
        "{n} more needs a safety question answered: {what}.",
        "{n} more need a safety question answered: {what}.",
        count,
    )
    return sentence.format(n=count, what=_named(questions))


def standing_words(standing: Standing) -> str:
    """Return how an entry or template stands to the built-in library; nothing for a built-in one."""
    return {
        Standing.BUILT_IN: "",
        Standing.EDITED: _("Edited"),
        Standing.NEW_ORIGINAL: _("The original has changed"),
        Standing.OWN: _("Own"),
        Standing.ORIGINAL_GONE: _("Edited, the original is gone"),
    }[standing]


def _named(codes: Collection[str]) -> str:
    return ", ".join(_inside(code_name(code)) for code in codes)


def _with(code: str) -> str:
    """Return a caution as it follows "not with"."""
    known = {
        "blood-thinner": _("a blood thinner"),
        "implanted-device": _("an implanted device"),
        "fall-risk": _("a risk of falls"),
    }
    return known.get(code) or _inside(code_name(code))


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence; one that is capital letters (COPD, TENS) keeps them."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _plain(word: str) -> str:
    spaced = word.replace("-", " ").replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]
