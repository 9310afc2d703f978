"""What the rules of templates say is to be talked about, as it follows "discuss": the words beside the library's ids.

A plan keeps the id alone, as it may name what it does not hold. Medicines are named in `codes`.
"""

from __future__ import annotations

from painplanner.services.words.codes import code_name
from painplanner.text import _


def thing_words(target: str) -> str:
    """Return what is talked about: words as typed, an entry of the library by its name."""
    kind, dot, name = target.partition(".")
    if not dot or " " in target:
        return target
    if kind == "medicine":
        return code_name(target).lower()
    return _things().get(target, name.replace("_", " "))


def _things() -> dict[str, str]:
    return {
        "behavioural.biofeedback": _("biofeedback"),
        "behavioural.cbt_insomnia": _("CBT-I, the sleep course"),
        "behavioural.cbt_pain": _("CBT for pain"),
        "behavioural.group_programme": _("a group pain program"),
        "coordination.psychologist_referral": _("a referral to a pain psychologist"),
        "coordination.surgery_referral": _("a referral to surgery"),
        "coordination.team_huddle": _("a team huddle"),
        "diagnostic.movement_assessment": _("a movement assessment"),
        "diagnostic.nerve_studies": _("nerve studies"),
        "diagnostic.sleep_study": _("a sleep study"),
        "diagnostic.ultrasound": _("an ultrasound"),
        "hands_on.pelvic_belt": _("a pelvic belt"),
        "procedure.interlaminar_epidural": _("an epidural steroid injection"),
        "procedure.knee_steroid": _("a knee steroid injection"),
        "procedure.medial_branch_block": _("a medial branch block"),
        "procedure.occipital_nerve_block": _("an occipital nerve block"),
        "procedure.radiofrequency_ablation": _("radiofrequency ablation"),
        "procedure.subacromial_steroid": _("a subacromial steroid injection"),
    }
