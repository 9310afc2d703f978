"""The sentence of every finding and the words of every remedy, family by family.

Names in braces are those of `findings.Names`: the finding's arguments, `subject` and `other`.
"""

from __future__ import annotations

from painplanner.text import _


def sentences() -> dict[str, str]:
    """Return every sentence by the code of its finding."""
    return {
        **_frame(),
        **_function(),
        **_timing(),
        **_targets(),
        **_person(),
        **_exercises(),
        **_procedures(),
        **_medicines(),
        **_stopping(),
        **_opioids(),
        **_morphine(),
        **_interactions(),
        **_inflammation(),
    }


def remedies() -> dict[str, str]:
    """Return the words on the button of each remedy."""
    return {
        "add-step": _("Add a step"),
        "set-purpose": _("Set the purpose"),
        "end-trial": _("Set its end"),
        "add-checkpoint": _("Add a checkpoint"),
        "date-checkpoint": _("Set a date"),
        "add-goals": _("Add a goal"),
        "date-goal": _("Set a date"),
        "add-self-management": _("Add a self-management step"),
        "add-rehab-step": _("Add a rehab step"),
        "take-side": _("Take the plan's side"),
        "mark-started": _("Mark as started"),
        "untie-step": _("Untie it"),
        "set-stop-rule": _("Set the stop rule"),
        "end-medicine": _("Set an end"),
        "remove-item": _("Take it out"),
    }


def _frame() -> dict[str, str]:
    return {
        "no-steps": _("The plan has no steps yet."),
        "step-without-items": _("Nothing is to be done in this step yet."),
        "step-without-purpose": _("This step has no purpose yet: relief, diagnosis, root cause or self-management."),
        "trial-without-end": _("This trial has no end. Consider {days} days."),
        "no-checkpoint": _("No checkpoint says how we will know that the plan works."),
        "step-without-checkpoint": _("No checkpoint decides about this step. Consider a look after {days} days."),
        "checkpoint-without-criteria": _("This checkpoint measures nothing yet."),
        "checkpoint-without-date": _("This checkpoint has no date."),
        "checkpoint-without-step": _("This checkpoint belongs to no step."),
        "checkpoint-without-decision": _("It is not said yet what follows when this is met, partly met or not met."),
        "action-without-target": _("“{action}” does not say where to."),
        "criterion-without-target": _("{measure} has no target yet."),
        "at-least-impossible": _("At least {limit} are asked for, and there are {n}."),
        "driver-without-step": _("No step addresses “{driver}”."),
    }


def _function() -> dict[str, str]:
    return {
        "no-functional-goal": _("No goal says what the patient wants to do again."),
        "goal-without-words": _("This goal has no words yet."),
        "goal-without-measure": _("This goal is not measured yet."),
        "goal-without-date": _("This goal has no date. Consider {days} days."),
        "goal-passed": _("The day of this goal, {on}, has passed."),
        "only-pain-scores": _("Checkpoints ask only about pain. Consider a measure of function."),
        "relief-only": _("The plan only relieves. Consider a step that works on the cause."),
        "no-self-management": _("No step hands over to self-management yet."),
    }


def _timing() -> dict[str, str]:
    return {
        "cycle": _("These steps wait for one another in a ring: {step}."),
        "date-beyond-calendar": _("A date of this plan lies beyond the calendar."),
        "after-nothing": _("This step waits for one that is gone; it counts from the start of the plan."),
        "start-passed": _("It was to start on {on}. Has it begun?"),
        "trial-overdue": _("The trial ended on {on} without a decision."),
        "checkpoint-before-step": _("This look on {on} comes before its step starts on {start}."),
        "checkpoint-unread": _("Looked at on {on}, and nothing is entered for {measure}."),
        "many-at-once": _(
            "{n} new treatments begin within {days} days from {on}; which one helps will be hard to tell."
        ),
    }


def _targets() -> dict[str, str]:
    return {
        "number-outside-range": _("{measure}: {value} lies outside {low} to {high}."),
        "reading-outside-range": _("A reading of {measure} on {on}, {value}, lies outside {low} to {high}."),
        "target-unknown": _("The target of {measure} cannot be worked out without the value now."),
        "target-not-better": _("{measure}: the target {target} is no better than {baseline} now."),
        "target-within-error": _("{measure}: a change of {value} is smaller than what may be chance, {least}."),
        "target-out-of-reach": _("{item} reaches {value} by {on}, and {measure} asks for {target}."),
    }


def _person() -> dict[str, str]:
    return {
        "alert-open": _(
            "{name}, {on}: “{asked}” is {answer}, above 0, and nothing is noted that was done. Assess the risk today, "
            "before the patient leaves. Crisis line: {line}."
        ),
        "red-flag-open": _("A red flag was answered yes and nothing is noted that was done: {flag}."),
        "red-flags-not-asked": _("Red flags were not asked yet."),
        "allergy": _("{subject} and the allergy to {code} do not go together."),
        "allergies-not-asked": _("Allergies were not asked yet, and the plan gives a medicine."),
        "allergies-not-named": _("Allergies were answered yes and none is named."),
        "allergy-not-checked": _("This allergy is in free words and not checked: {text}."),
        "medicine-not-checked": _("This medicine is in free words and not checked: {text}."),
        "condition-not-checked": _("This condition is in free words and not checked: {text}."),
        "safety-not-asked": _("{question} was not asked yet and matters for {item}."),
    }


def _exercises() -> dict[str, str]:
    return {
        "contraindicated": _("{subject} is not for people with: {caution}."),
        "caution": _("{subject} needs care with: {caution}."),
        "plan-side-unset": _("The painful side is not set; {n} exercises wait for it."),
        "item-side-unset": _("{subject} has no side yet; the paper will print “left / right / both” to circle."),
        "many-exercises": _("{n} exercises on one day from {on}. More than {limit} are rarely done."),
    }


def _procedures() -> dict[str, str]:
    return {
        "spine-needle-blood-thinner": _("{subject} with a blood thinner: no plan with the prescriber is recorded."),
        "needle-blood-thinner": _("{subject} with a blood thinner: consider a plan with the prescriber."),
        "procedure-without-rehab": _("No active step follows {subject} within {days} days; relief opens a window."),
        "epidural-without-look": _("No look falls {first} to {last} days after {subject}."),
        "procedure-without-look": _("No look falls {first} to {last} days after {subject}."),
        "ablation-without-blocks": _(
            "{subject} after {n} diagnostic blocks; {limit} are usual. Confirm local criteria."
        ),
        "invasive-when-sensitised": _("The pain is mainly nociplastic, and the plan has {item} and no active step."),
        "imaging-without-reason": _("{subject}: note what it would change."),
        "steroid-soon": _("{subject} {n} days after the one before; {limit} days are usual. Sources differ."),
        "steroid-soon-default": _("{subject} {n} days after the one before; consider {limit} days."),
        "steroid-many": _("{subject} is number {n} within a year in this place; {limit} are usual. Sources differ."),
        "steroid-many-default": _("{subject} is number {n} within a year in this place; consider at most {limit}."),
        "needle-without-side": _("{subject} has no side yet."),
        "needle-without-site": _("{subject} has no site or level yet."),
    }


def _medicines() -> dict[str, str]:
    return {
        "acetaminophen-above-maximum": _("Acetaminophen adds up to {value} mg a day, over {limit} mg."),
        "acetaminophen-careful": _("Acetaminophen adds up to {value} mg a day; consider at most {limit} mg here."),
        "above-maximum": _("{value} {unit} a day is over the reference maximum of {limit} {unit}."),
        "medicine-without-dose": _("No dose is typed; the paper prints a blank to fill."),
        "medicine-without-unit": _("{value} of what? The unit is missing."),
        "medicine-without-stop-rule": _("It is not said whether this medicine stops on a date or never suddenly."),
        "medicine-without-end": _("This medicine has no end to its trial."),
        "relaxant-long": _("A muscle relaxant for longer than {limit} days, or without an end."),
        "mechanism-differs": _("{subject} fits {fits} pain; the plan says {mechanism}."),
        "hard-on-older": _("{subject} ({class}) is hard on people of {age}. Consider another."),
        "many-cns-active": _("{n} medicines that make sleepy at {age} years: {subject}, {other}."),
        "serotonergic-maoi": _("{subject} and {other}: never together (serotonin)."),
        "serotonergic-pair": _("{subject} and {other} both raise serotonin."),
        "tizanidine-inhibitor": _("{other} raises the level of tizanidine: not together."),
        "gabapentinoid-kidney": _(
            "{subject}, {value} mg a day with: {caution}. Labels say at most {limit} mg there. Check the clearance."
        ),
        "tramadol-limit": _("{subject}, {value} mg a day with: {reasons}. The label says at most {limit} mg."),
        "tramadol-seizures": _("{subject} with: {caution}. It can bring on seizures."),
        "pregnancy-check": _("{subject}: check for pregnancy."),
    }


def _stopping() -> dict[str, str]:
    return {
        "stopped-suddenly": _(
            "{subject} is not to stop suddenly, and is stopped from {on}. Write how it was or is taken down."
        ),
        "opioid-stops-suddenly": _(
            "{subject} stops at once on {on} after {limit} days or more. Write how it is taken down."
        ),
    }


def _morphine() -> dict[str, str]:
    return {
        "opioid-not-converted": _(
            "{subject} has no factor for morphine equivalents (MME) here, so nothing is computed. Work it out by hand."
        ),
        "opioid-long-acting-first": _("{subject} acts for long, and no opioid before it is known."),
        "opioid-fifty": _(
            "The opioids come to {n} MME a day, as typed. At {limit}, weigh benefit and risk again, and note it in the "
            "step."
        ),
        "opioid-fifty-without-look": _("{n} MME a day, and no look within {limit} days."),
        "opioid-total-not-known": _("The total of morphine equivalents leaves out {other}: the amount is not known."),
        "opioid-taper-fast": _("{subject} goes down by {n} % after {days} days; labels allow {limit} % in 14 days."),
    }


def _opioids() -> dict[str, str]:
    return {
        "opioid-without-exit": _("This opioid has no end. Consider {days} days and an exit plan."),
        "opioid-without-goal": _("An opioid without a goal of function."),
        "opioid-without-look": _("No look within {limit} days of starting this opioid."),
        "opioid-without-naloxone": _("Consider offering naloxone: {reasons}."),
        "opioid-benzodiazepine": _("An opioid with a benzodiazepine: {subject}, {other}. Breathing may stop."),
        "opioid-gabapentinoid-risk": _("{subject} with {other}, and a risk to breathing: {reasons}."),
        "opioid-gabapentinoid": _("{subject} with {other} can slow breathing."),
        "opioid-depressant": _("{subject} with {other} can slow breathing."),
        "opioid-antagonist": _("{subject} and {other} work against each other."),
    }


def _interactions() -> dict[str, str]:
    return {
        "two-nsaids": _("Two anti-inflammatory medicines: {subject}, {other}."),
        "nsaid-oral-and-topical": _("An anti-inflammatory by mouth and as a gel: {subject}, {other}."),
        "nsaid-level": _("{subject} raises the level of {other}."),
    }


def _inflammation() -> dict[str, str]:
    return {
        "nsaid-without-end": _("This anti-inflammatory has no end. Consider {days} days."),
        "nsaid-long": _("An anti-inflammatory for {n} days; over {limit}, consider a check."),
        "nsaid-blood-thinner": _("{subject} with a blood thinner {other}: bleeding."),
        "nsaid-bleeding": _("{subject} with {other}: bleeding. Consider stomach protection or another medicine."),
        "nsaid-kidney": _("{subject} with: {caution}."),
        "nsaid-triple": _("{subject} on top of {other} can harm the kidneys."),
        "nsaid-heart-failure": _("{subject} with heart failure."),
        "nsaid-pregnancy": _("{subject} in pregnancy: not from week 20, and ask before."),
    }
