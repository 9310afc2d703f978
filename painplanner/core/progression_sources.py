"""Where each rule of progression comes from: clinical facts 7.4, with the tag that says how well it was checked."""

from __future__ import annotations

from painplanner.core.review.rule import cite
from painplanner.core.source import SourceTag

_D, _K = SourceTag.D, SourceTag.K

SOURCES = {
    "start-below": cite(
        _D,
        "Product default: sitting and walking begin at 80 % of what is tolerated, clinical facts 7.4; first "
        "quotas of 70 to 80 % in the trial protocol BMC Public Health 2007;7:254",
    ),
    "missed-days": cite(
        _D,
        "Product default: after more than 3 days left out, back at 20 to 30 % less; clinical facts 7.4",
    ),
    "quota-too-high": cite(
        _D,
        "Product default: graded activity goes by time and not by pain; a quota too sore on most days was set "
        "too high; clinical facts 7.4",
    ),
    "glide-symptoms": cite(
        _K,
        "Neurodynamics texts: tingling that stays asks for a smaller arc, then to stop; clinical facts 7.4",
    ),
    "24-hour": cite(
        _K,
        "24-hour rule, convention: back at baseline within a day, else 20 to 30 % less; clinical facts 7.4",
    ),
    "boom-bust": cite(
        _D,
        "Product default: no day over 110 % of the mean of the week before; clinical facts 7.4",
    ),
    "pain-monitoring": cite(
        _K,
        "Pain-monitoring model, Silbernagel et al., Am J Sports Med 2007: pain to 5 of 10, no rise from week "
        "to week; clinical facts 7.4",
    ),
    "tendon-load": cite(
        _K,
        "Heavy slow resistance, Beyer et al., Am J Sports Med 2015: 15, 12, 10, 8, 6 repetitions with rising "
        "load; holds up to 5 of 45 seconds; clinical facts 7.4. Two weeks a stage: product default",
    ),
    "glide": cite(
        _K,
        "Neurodynamics texts: sliders 1 to 3 rounds, 1 to 3 times a day; tensioners once a day; clinical facts 7.4",
    ),
    "weekly-quota": cite(
        _D,
        "Product default: 5 to 10 % more a week, at least a minute; clinical facts 7.4",
    ),
    "load-steps": cite(
        _D,
        "Product default: 2 repetitions more, then 5 % load, then a round, within the range of the exercise",
    ),
}
