"""Names of the medicines that a patient takes already, in the language of a paper: codes of the list, or words."""

from __future__ import annotations

from painplanner.core.patient import Coded, Term
from painplanner.documents.words import Words, capital
from painplanner.text import Translator


def term_name(term: Term, w: Words) -> str:
    """Return the name of a medicine; free words as they were typed, and of an unknown code its own word."""
    if not isinstance(term, Coded):
        return term.text
    word = term.code.split(".", 1)[-1]
    return _names(w.t).get(word) or capital(word.replace("_", " "))


def _names(t: Translator) -> dict[str, str]:
    return {**_pain(t), **_nerves(t), **_skin_and_muscle(t), **_opioids(t), **_calm_and_blood(t), **_other(t)}


def _pain(t: Translator) -> dict[str, str]:
    return {
        "ibuprofen": t.gettext("Ibuprofen"),
        "naproxen": t.gettext("Naproxen"),
        "meloxicam": t.gettext("Meloxicam"),
        "celecoxib": t.gettext("Celecoxib"),
        "diclofenac": t.gettext("Diclofenac"),
        "etodolac": t.gettext("Etodolac"),
        "indomethacin": t.gettext("Indomethacin"),
        "ketorolac": t.gettext("Ketorolac"),
        "diclofenac_gel": t.gettext("Diclofenac gel"),
        "diclofenac_solution": t.gettext("Diclofenac solution for the skin"),
        "aspirin": t.gettext("Aspirin"),
        "aspirin_low_dose": t.gettext("Low-dose aspirin"),
        "acetaminophen": t.gettext("Acetaminophen"),
    }


def _nerves(t: Translator) -> dict[str, str]:
    return {
        "gabapentin": t.gettext("Gabapentin"),
        "gabapentin_once_daily": t.gettext("Gabapentin once a day"),
        "pregabalin": t.gettext("Pregabalin"),
        "duloxetine": t.gettext("Duloxetine"),
        "venlafaxine": t.gettext("Venlafaxine"),
        "milnacipran": t.gettext("Milnacipran"),
        "amitriptyline": t.gettext("Amitriptyline"),
        "nortriptyline": t.gettext("Nortriptyline"),
        "citalopram": t.gettext("Citalopram"),
        "escitalopram": t.gettext("Escitalopram"),
        "fluoxetine": t.gettext("Fluoxetine"),
        "fluvoxamine": t.gettext("Fluvoxamine"),
        "paroxetine": t.gettext("Paroxetine"),
        "sertraline": t.gettext("Sertraline"),
        "phenelzine": t.gettext("Phenelzine"),
        "selegiline": t.gettext("Selegiline"),
        "tranylcypromine": t.gettext("Tranylcypromine"),
    }


def _skin_and_muscle(t: Translator) -> dict[str, str]:
    return {
        "sumatriptan": t.gettext("Sumatriptan"),
        "rizatriptan": t.gettext("Rizatriptan"),
        "lidocaine_patch": t.gettext("Lidocaine patch"),
        "lidocaine": t.gettext("Lidocaine"),
        "bupivacaine": t.gettext("Bupivacaine"),
        "capsaicin_cream": t.gettext("Capsaicin cream"),
        "capsaicin_patch": t.gettext("Capsaicin patch"),
        "menthol_salicylate": t.gettext("Menthol and salicylate cream"),
        "cyclobenzaprine": t.gettext("Cyclobenzaprine"),
        "methocarbamol": t.gettext("Methocarbamol"),
        "tizanidine": t.gettext("Tizanidine"),
        "baclofen": t.gettext("Baclofen"),
        "metaxalone": t.gettext("Metaxalone"),
        "carisoprodol": t.gettext("Carisoprodol"),
    }


def _opioids(t: Translator) -> dict[str, str]:
    return {
        "tramadol": t.gettext("Tramadol"),
        "tapentadol": t.gettext("Tapentadol"),
        "codeine": t.gettext("Codeine"),
        "hydrocodone": t.gettext("Hydrocodone"),
        "hydrocodone_acetaminophen": t.gettext("Hydrocodone with acetaminophen"),
        "hydromorphone": t.gettext("Hydromorphone"),
        "morphine": t.gettext("Morphine"),
        "oxycodone": t.gettext("Oxycodone"),
        "oxymorphone": t.gettext("Oxymorphone"),
        "methadone": t.gettext("Methadone"),
        "fentanyl_patch": t.gettext("Fentanyl patch"),
        "buprenorphine": t.gettext("Buprenorphine"),
        "buprenorphine_patch": t.gettext("Buprenorphine patch"),
        "naltrexone": t.gettext("Naltrexone"),
        "naltrexone_low_dose": t.gettext("Low-dose naltrexone"),
        "naloxone": t.gettext("Naloxone"),
    }


def _calm_and_blood(t: Translator) -> dict[str, str]:
    return {
        "alprazolam": t.gettext("Alprazolam"),
        "clonazepam": t.gettext("Clonazepam"),
        "diazepam": t.gettext("Diazepam"),
        "lorazepam": t.gettext("Lorazepam"),
        "temazepam": t.gettext("Temazepam"),
        "zolpidem": t.gettext("Zolpidem"),
        "diphenhydramine": t.gettext("Diphenhydramine"),
        "warfarin": t.gettext("Warfarin"),
        "apixaban": t.gettext("Apixaban"),
        "rivaroxaban": t.gettext("Rivaroxaban"),
        "edoxaban": t.gettext("Edoxaban"),
        "dabigatran": t.gettext("Dabigatran"),
        "enoxaparin": t.gettext("Enoxaparin"),
        "fondaparinux": t.gettext("Fondaparinux"),
        "clopidogrel": t.gettext("Clopidogrel"),
        "prasugrel": t.gettext("Prasugrel"),
        "ticagrelor": t.gettext("Ticagrelor"),
        "cilostazol": t.gettext("Cilostazol"),
    }


def _other(t: Translator) -> dict[str, str]:
    return {
        "lisinopril": t.gettext("Lisinopril"),
        "enalapril": t.gettext("Enalapril"),
        "ramipril": t.gettext("Ramipril"),
        "losartan": t.gettext("Losartan"),
        "valsartan": t.gettext("Valsartan"),
        "candesartan": t.gettext("Candesartan"),
        "hydrochlorothiazide": t.gettext("Hydrochlorothiazide"),
        "chlorthalidone": t.gettext("Chlorthalidone"),
        "furosemide": t.gettext("Furosemide"),
        "spironolactone": t.gettext("Spironolactone"),
        "lithium": t.gettext("Lithium"),
        "methotrexate": t.gettext("Methotrexate"),
        "carbamazepine": t.gettext("Carbamazepine"),
        "ciprofloxacin": t.gettext("Ciprofloxacin"),
        "prednisone": t.gettext("Prednisone"),
        "methylprednisolone": t.gettext("Methylprednisolone"),
        "dexamethasone": t.gettext("Dexamethasone"),
        "triamcinolone": t.gettext("Triamcinolone"),
        "insulin": t.gettext("Insulin"),
        "metformin": t.gettext("Metformin"),
        "omeprazole": t.gettext("Omeprazole"),
        "pantoprazole": t.gettext("Pantoprazole"),
        "senna": t.gettext("Senna"),
        "polyethylene_glycol": t.gettext("Polyethylene glycol"),
    }
