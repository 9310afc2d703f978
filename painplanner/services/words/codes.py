"""Names of the codes of the shared list: red flags, conditions, allergies, medicines, drug classes, cautions."""

from __future__ import annotations

from painplanner.text import _


def code_name(code_id: str) -> str:
    """Return the name of a code; one that needs no more than its own word is written from its id."""
    named = {**_red_flags(), **_conditions(), **_safety(), **_classes(), **_medicines()}.get(code_id)
    if named is not None:
        return named
    word = code_id.split(".", 1)[-1].replace("_", " ").replace("-", " ").strip()
    return _(word[:1].upper() + word[1:]) if word else code_id


def _red_flags() -> dict[str, str]:
    return {
        "red-flag.cauda-equina": _("Numb between the legs, bladder or bowel trouble"),
        "red-flag.motor-deficit": _("New or growing weakness of an arm or leg"),
        "red-flag.cervical-myelopathy": _("Clumsy hands, unsteady walk (pressure on the spinal cord)"),
        "red-flag.spinal-infection": _("Fever with spine pain (infection)"),
        "red-flag.cancer": _("History or signs of cancer"),
        "red-flag.fracture": _("Fracture: a fall, an accident, steroids, weak bones"),
        "red-flag.giant-cell-arteritis": _("New headache over 50 with scalp, jaw or vision trouble"),
        "red-flag.blood-clot": _("Swollen, painful calf or sudden breathlessness"),
        "red-flag.heart-or-aorta": _("Chest pain, or tearing pain with collapse"),
        "red-flag.acute-cuff-tear": _("Cannot lift the arm after an injury"),
        "red-flag.septic-joint": _("Hot, swollen joint with fever"),
        "red-flag.limb-emergency": _("Cold, pale, or severely swollen limb"),
        "red-flag.cervical-artery": _("Neck pain with dizziness, double vision, slurred speech or a drop"),
        "red-flag.mechanical-instability": _("Neck that feels unstable after an injury or with rheumatoid arthritis"),
        "red-flag.after-procedure": _("Fever, weakness or worse pain after a procedure"),
        "red-flag.dural-headache": _("Headache that is worse upright after a spine procedure"),
        "red-flag.opioid-overdose": _("Hard to wake or slow breathing on an opioid"),
        "red-flag.opioid-withdrawal": _("Opioid withdrawal"),
        "red-flag.suicidal-thoughts": _("Thoughts of suicide"),
        "red-flag.abuse": _("Abuse or neglect"),
        "red-flag.visceral-pain": _("Pain from an inner organ"),
        "red-flag.spondyloarthritis": _("Inflammatory back pain: young, stiff in the morning, better with movement"),
        "red-flag.crps": _("Limb with colour, heat, sweat and swelling out of proportion (CRPS)"),
    }


def _conditions() -> dict[str, str]:
    return {
        "condition.copd": _("COPD"),
        "condition.crps": _("Complex regional pain syndrome (CRPS)"),
        "condition.long-qt": _("Long QT"),
        "condition.sleep-apnoea": _("Sleep apnoea"),
        "condition.hypertension": _("High blood pressure"),
        "condition.alcohol-use": _("Alcohol use"),
        "condition.gastrointestinal-bleed": _("Bleeding from stomach or bowel"),
        "condition.aspirin-sensitive-asthma": _("Asthma that aspirin sets off"),
        "condition.numb-skin": _("Numb skin"),
        "condition.falls": _("Falls"),
        "condition.trauma-disorder": _("Post-traumatic stress disorder"),
        "condition.inflammatory-spondyloarthritis": _("Spondyloarthritis"),
    }


def _safety() -> dict[str, str]:
    return {
        "blood-thinner": _("Blood thinner"),
        "pregnancy": _("Pregnancy"),
        "kidney-disease": _("Kidney disease"),
        "osteoporosis": _("Osteoporosis"),
        "implanted-device": _("Implanted device"),
        "fall-risk": _("Risk of falls"),
    }


def _classes() -> dict[str, str]:
    return {
        "nsaid": _("anti-inflammatory medicine (NSAID)"),
        "topical-nsaid": _("anti-inflammatory gel (topical NSAID)"),
        "snri": _("SNRI"),
        "ssri": _("SSRI"),
        "tca": _("tricyclic"),
        "maoi": _("MAOI"),
        "opioid": _("opioid"),
        "benzodiazepine": _("benzodiazepine"),
        "gabapentinoid": _("gabapentinoid"),
        "muscle-relaxant": _("muscle relaxant"),
        "anticoagulant": _("blood thinner (anticoagulant)"),
        "antiplatelet": _("blood thinner (antiplatelet)"),
        "ace-inhibitor": _("ACE inhibitor"),
        "arb": _("ARB"),
        "serotonergic": _("medicine that raises serotonin"),
        "cns-active": _("medicine that makes sleepy"),
        "cyp1a2-inhibitor": _("medicine that slows CYP1A2"),
    }


def _medicines() -> dict[str, str]:
    return {
        "medicine.diclofenac_gel": _("Diclofenac gel"),
        "medicine.aspirin_low_dose": _("Aspirin, low dose"),
        "allergy.sulfonamide": _("Sulfonamides"),
        "allergy.iodine-contrast": _("Iodine contrast"),
        "allergy.adhesive": _("Adhesive tape"),
    }
