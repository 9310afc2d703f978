"""The words of a dose line: it is read in every language that stands here, and written in one.

English is the source; a word that a language lacks is written in English. Not here: units and free texts, which stay as
they were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Say = Callable[[str], str]

# Reading

TIMES = r"[x×*]"
OFTEN = r"(?:[x×*]|times|veces)"
SECONDS = r"(?:s|secs?|seconds?|seg|segundos?)"
MINUTES = r"(?:min|mins|minutes?|minutos?)"
DAYS = r"(?:d|days?|d[ií]as?)"
WEEKS = r"(?:w|wks?|weeks?|sem|semanas?)"
A_DAY = r"(?:(?:/|per|a)\s*(?:d|day)|/\s*d[ií]a|(?:al|por)\s+d[ií]a)"
A_WEEK = r"(?:(?:/|per|a)\s*(?:w|wk|week)|/\s*sem|(?:a\s+la|por)\s+semana)"
DAILY = r"(?:daily|a\s+diario)"
ONCE_A_DAY = r"once\s+(?:a\s+day|daily)|qd|una\s+vez\s+al\s+d[ií]a"
TWICE_A_DAY = r"twice\s+(?:a\s+day|daily)|bid|dos\s+veces\s+al\s+d[ií]a"
EVERY_DAY = r"every\s+day|todos\s+los\s+d[ií]as|cada\s+d[ií]a"
EVERY = r"(?:every|cada)"
EVERY_WEEK = r"every\s+week|cada\s+semana"
FOR = r"(?:for|por|para)"
UP_TO = r"(?:(?:up\s*)?to|hasta)"
SETS = r"(?:sets?|series?)"
REPETITIONS = r"(?:reps?|repeticion(?:es)?|repetición)"
ROUNDS = r"(?:rounds?|rondas?)"
HOLD = r"(?:h|hold|mantener)"
SESSIONS = r"(?:sessions?|sesi[oó]n|sesiones)"
VISITS = r"(?:visits?|visitas?)"
LOAD = r"(?:load|carga)"
DISTANCE = r"(?:distance|distancia)"
UNIT = r"(?:unit|unidad)"
BY = r"(?:by|v[ií]a)"
AT_LEVEL = r"(?:level|nivel)"
GUIDED = r"(?:guided|guiado)"
LEFT = r"left|l|izq|izquierd[oa]"
RIGHT = r"right|r|der|derech[oa]"
BOTH_SIDES = r"both(?:\s+sides)?|bilateral|bil|ambos(?:\s+lados)?"
AT_HOME = r"(?:at\s+)?home|en\s+casa"
IN_CLINIC = r"(?:in\s+)?clinic|en\s+(?:la\s+)?cl[ií]nica"
AT_BOTH = r"home\s*\+\s*clinic|clinic\s*\+\s*home|en\s+casa\s*\+\s*cl[ií]nica"
MORNING = r"morning|am|(?:por\s+la\s+)?mañana"
NOON = r"noon|(?:al\s+)?mediod[ií]a"
EVENING = r"evening|pm|(?:por\s+la\s+)?(?:noche|tarde)"
BEDTIME = r"(?:at\s+)?bedtime|q?hs|al\s+acostarse"
AS_NEEDED = r"as[\s-]needed|prn|si\s+hace\s+falta"

# Writing

_SPANISH = {
    "/w": "/sem", "wk": "sem", "sets": "series", "rounds": "rondas", "for": "por", "to": "hasta", "every": "cada",
    "session": "sesión", "sessions": "sesiones", "visit": "visita", "visits": "visitas",
    "load": "carga", "distance": "distancia", "unit": "unidad", "by": "vía", "level": "nivel", "guided": "guiado",
    "L": "izq", "R": "der", "both": "ambos",
    "home": "en casa", "clinic": "en clínica", "home + clinic": "en casa + clínica",
    "morning": "mañana", "noon": "mediodía", "evening": "noche", "bedtime": "al acostarse",
    "as needed": "si hace falta",
    "by mouth": "por la boca", "under the tongue": "debajo de la lengua", "on the skin": "sobre la piel",
    "oral": "vía oral", "nasal": "vía nasal", "rectal": "vía rectal",
    "topical": "tópico", "inhaled": "inhalado", "transdermal": "transdérmico",
    "X-ray or ultrasound": "rayos X o ecografía", "X-ray or CT": "rayos X o TC", "X-ray": "rayos X",
    "fluoroscopy": "fluoroscopia", "ultrasound": "ecografía",
    "tablet": "tableta", "tablets": "tabletas", "capsule": "cápsula", "capsules": "cápsulas",
    "drop": "gota", "drops": "gotas", "patch": "parche", "patches": "parches", "spray": "rociado", "sprays": "rociados",
    "puff": "inhalación", "puffs": "inhalaciones", "pump": "pulsación", "pumps": "pulsaciones",
    "application": "aplicación", "applications": "aplicaciones", "units": "unidades",
    "spoon": "cucharada", "spoons": "cucharadas",
    "routine": "sin urgencia", "soon": "pronto", "urgent": "urgente", "same-day": "el mismo día",
}  # fmt: skip
ROUTES = (
    "by mouth", "under the tongue", "on the skin", "oral", "nasal", "rectal", "topical", "inhaled", "transdermal",
)  # fmt: skip
GUIDANCE = ("X-ray or ultrasound", "X-ray or CT", "X-ray", "fluoroscopy", "ultrasound")
"""Texts of a dose that are written in a language and stay the English words; the longer stands before its beginning."""

UNITS = (
    "tablet", "tablets", "capsule", "capsules", "drop", "drops", "patch", "patches", "spray", "sprays", "puff", "puffs",
    "pump", "pumps", "application", "applications", "unit", "units", "spoon", "spoons",
)  # fmt: skip
"""Units of an amount that are words; signs such as mg are the same everywhere."""

_LANGUAGES: Mapping[str, Mapping[str, str]] = {"es": _SPANISH}


def speaker(lang: str) -> Say:
    """Return what says an English word of the line in a language."""
    known = _LANGUAGES.get(lang.replace("_", "-").split("-")[0], {})
    return lambda word: known.get(word, word)


UNITS_ELSEWHERE: Mapping[str, str] = {known[unit]: unit for known in _LANGUAGES.values() for unit in UNITS}
"""What other languages say for a unit, with the English word that stands in the dose."""


def unit_of(word: str) -> str:
    """Return the English word of a unit that was typed in any language; what is English stays as typed."""
    return UNITS_ELSEWHERE.get(word.casefold(), word)


def also(word: str) -> str:
    """Return a pattern of what the other languages say for an English word, which stands for that word."""
    return "|".join(known[word].replace(" ", r"\s+") for known in _LANGUAGES.values())
