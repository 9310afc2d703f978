"""The shared list of conditions, allergies, medicines and red flags, and the classes by which they concern one another.

Taken from clinical-facts 2.6, 3, 4.2, 5, 8 and 10. Not here: names, which are worded outside core, and judgement.
"""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.patient import Coded, Patient, Term
from painplanner.core.values import Answer, Value


class Code(Value, frozen=True, kw_only=True):
    """One entry of the list: `classes` are drug classes, for a condition the cautions that it implies."""

    id: str
    kind: str
    classes: tuple[str, ...] = ()


CONDITION, ALLERGY, MEDICINE, RED_FLAG = "condition", "allergy", "medicine", "red-flag"

# The safety questions as cautions; each field of SafetyAnswers gives the answer of the caution of its name.
SAFETY_CAUTIONS = ("blood-thinner", "pregnancy", "kidney-disease", "osteoporosis", "implanted-device", "fall-risk")

# A line is one code and what it implies.
_CONDITIONS = """
hypertension
heart-disease
heart-failure heart-disease
recent-heart-attack heart-disease
heart-surgery heart-disease
arrhythmia
heart-block arrhythmia
long-qt arrhythmia
stroke
peripheral-artery-disease
blood-clot
bleeding-disorder
peptic-ulcer
gastrointestinal-bleed
liver-disease
cirrhosis liver-disease
kidney-disease =kidney-disease
dialysis =kidney-disease kidney-disease
asthma
aspirin-sensitive-asthma asthma
copd
sleep-apnoea
diabetes
hyperthyroidism
immune-suppression
active-infection
cancer
pregnancy =pregnancy
breastfeeding
osteoporosis =osteoporosis
vertebral-fracture
recent-fracture
recent-surgery
falls =fall-risk
pacemaker =implanted-device
nerve-stimulator =implanted-device
implanted-pump =implanted-device
spinal-stenosis
spondylolisthesis
spinal-fusion
disc-herniation
cervical-instability
cervical-myelopathy
rheumatoid-arthritis
inflammatory-spondyloarthritis
knee-osteoarthritis
hip-osteoarthritis
knee-replacement
hip-replacement
shoulder-replacement
hip-impingement
rotator-cuff-tear
shoulder-instability
frozen-shoulder
carpal-tunnel
neuropathy
numb-skin
open-wound
crps
fibromyalgia
hypermobility
migraine
vertigo
epilepsy
glaucoma
urinary-retention
lymphoedema
abdominal-hernia
pelvic-floor-disorder
depression
bipolar-disorder
psychosis
trauma-disorder
dementia
substance-use-disorder
alcohol-use
"""

# A line is one medicine and its classes. An id is spelled as the library spells it.
_MEDICINES = """
ibuprofen nsaid
naproxen nsaid
meloxicam nsaid
celecoxib nsaid sulfonamide
diclofenac nsaid
etodolac nsaid
indomethacin nsaid
ketorolac nsaid
diclofenac_gel nsaid topical-nsaid
diclofenac_solution nsaid topical-nsaid
aspirin nsaid antiplatelet
aspirin_low_dose antiplatelet salicylate
acetaminophen acetaminophen
gabapentin gabapentinoid cns-active
gabapentin_once_daily gabapentinoid cns-active
pregabalin gabapentinoid cns-active
duloxetine snri serotonergic cns-active
venlafaxine snri serotonergic cns-active
milnacipran snri serotonergic cns-active
amitriptyline tca serotonergic anticholinergic cns-active
nortriptyline tca serotonergic anticholinergic cns-active
citalopram ssri serotonergic cns-active
escitalopram ssri serotonergic cns-active
fluoxetine ssri serotonergic cns-active
fluvoxamine ssri serotonergic cns-active cyp1a2-inhibitor
paroxetine ssri serotonergic cns-active
sertraline ssri serotonergic cns-active
phenelzine maoi serotonergic
selegiline maoi serotonergic
tranylcypromine maoi serotonergic
sumatriptan triptan serotonergic
rizatriptan triptan serotonergic
lidocaine_patch local-anaesthetic
lidocaine local-anaesthetic
bupivacaine local-anaesthetic
capsaicin_cream capsaicin
capsaicin_patch capsaicin
menthol_salicylate salicylate
cyclobenzaprine muscle-relaxant serotonergic anticholinergic cns-active
methocarbamol muscle-relaxant cns-active
tizanidine muscle-relaxant cns-active
baclofen muscle-relaxant cns-active
metaxalone muscle-relaxant cns-active
carisoprodol muscle-relaxant cns-active
tramadol opioid serotonergic cns-active
tapentadol opioid serotonergic cns-active
codeine opioid cns-active
hydrocodone opioid cns-active
hydrocodone_acetaminophen opioid acetaminophen cns-active
hydromorphone opioid cns-active
morphine opioid cns-active
oxycodone opioid cns-active
oxymorphone opioid cns-active
methadone opioid serotonergic cns-active
fentanyl_patch opioid cns-active
buprenorphine opioid cns-active
buprenorphine_patch opioid cns-active
naltrexone opioid-antagonist
naltrexone_low_dose opioid-antagonist
naloxone opioid-rescue
alprazolam benzodiazepine cns-active
clonazepam benzodiazepine cns-active
diazepam benzodiazepine cns-active
lorazepam benzodiazepine cns-active
temazepam benzodiazepine cns-active
zolpidem sleep-medicine cns-active
diphenhydramine sedating-antihistamine anticholinergic cns-active
warfarin anticoagulant
apixaban anticoagulant
rivaroxaban anticoagulant
edoxaban anticoagulant
dabigatran anticoagulant
enoxaparin anticoagulant
fondaparinux anticoagulant
clopidogrel antiplatelet
prasugrel antiplatelet
ticagrelor antiplatelet
cilostazol antiplatelet
lisinopril ace-inhibitor
enalapril ace-inhibitor
ramipril ace-inhibitor
losartan arb
valsartan arb
candesartan arb
hydrochlorothiazide diuretic
chlorthalidone diuretic
furosemide diuretic
spironolactone diuretic
lithium lithium
methotrexate methotrexate
carbamazepine antiepileptic cns-active
ciprofloxacin fluoroquinolone cyp1a2-inhibitor
prednisone corticosteroid
methylprednisolone corticosteroid
dexamethasone corticosteroid
triamcinolone corticosteroid
insulin diabetes-medicine
metformin diabetes-medicine
omeprazole stomach-protection
pantoprazole stomach-protection
senna laxative
polyethylene_glycol laxative
"""

# Allergies that are no medicine of the list, or wider than it, with the classes they concern.
_OTHER_ALLERGIES = """
aspirin nsaid salicylate
capsaicin capsaicin
fentanyl opioid
penicillin penicillin
sulfonamide sulfonamide
iodine-contrast iodine-contrast
chlorhexidine chlorhexidine
latex latex
adhesive adhesive
nickel nickel
"""

_RED_FLAGS = """
cauda-equina motor-deficit cervical-myelopathy spinal-infection cancer fracture giant-cell-arteritis blood-clot
heart-or-aorta acute-cuff-tear septic-joint limb-emergency cervical-artery mechanical-instability after-procedure
dural-headache opioid-overdose opioid-withdrawal suicidal-thoughts abuse visceral-pain spondyloarthritis crps
"""

# What a medicine does, as against what it is made of: an effect never makes an allergy.
_EFFECTS = frozenset(
    {"topical-nsaid", "antiplatelet", "anticoagulant", "serotonergic", "anticholinergic", "cns-active", "opioid-rescue"}
    | {"cyp1a2-inhibitor", "stomach-protection", "laxative", "diabetes-medicine", "sleep-medicine"}
    | {"antiepileptic", "diuretic"}
)
_THINNERS = frozenset({"anticoagulant", "antiplatelet"})


def _lines(table: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    for line in table.strip().splitlines():
        name, *classes = line.split()
        yield name, tuple(classes)


def _implied(name: str) -> str:
    return name.removeprefix("=") if name.startswith("=") else f"condition.{name}"


def _conditions() -> tuple[Code, ...]:
    return tuple(
        Code(id=f"condition.{name}", kind=CONDITION, classes=tuple(_implied(c) for c in classes))
        for name, classes in _lines(_CONDITIONS)
    )


def _medicines() -> tuple[Code, ...]:
    return tuple(Code(id=f"medicine.{name}", kind=MEDICINE, classes=classes) for name, classes in _lines(_MEDICINES))


def _allergies() -> tuple[Code, ...]:
    """Return an allergy for each substance (a name with "_" is a form of one), and for what is no medicine."""
    found = {
        name: tuple(c for c in classes if c not in _EFFECTS) for name, classes in _lines(_MEDICINES) if "_" not in name
    }
    found |= dict(_lines(_OTHER_ALLERGIES))
    return tuple(Code(id=f"allergy.{name}", kind=ALLERGY, classes=c) for name, c in found.items() if c)


RED_FLAGS: tuple[Code, ...] = tuple(Code(id=f"red-flag.{name}", kind=RED_FLAG) for name in _RED_FLAGS.split())
CONDITIONS: tuple[Code, ...] = _conditions()
MEDICINES: tuple[Code, ...] = _medicines()
ALLERGIES: tuple[Code, ...] = _allergies()
DRUG_CLASSES: tuple[str, ...] = tuple(sorted({c for code in (*MEDICINES, *ALLERGIES) for c in code.classes}))
CAUTIONS: tuple[str, ...] = (*SAFETY_CAUTIONS, *(code.id for code in CONDITIONS))

_BY_KIND = {CONDITION: CONDITIONS, ALLERGY: ALLERGIES, MEDICINE: MEDICINES, RED_FLAG: RED_FLAGS}
_BY_ID = {code.id: code for codes in _BY_KIND.values() for code in codes}


def codes_of(kind: str) -> tuple[Code, ...]:
    """Return the codes of "condition", "allergy", "medicine" or "red-flag"."""
    return _BY_KIND.get(kind, ())


def find_code(code_id: str) -> Code | None:
    """Return a code by its id, `None` when it is not on the list."""
    return _BY_ID.get(code_id)


def classes_of(code_id: str) -> tuple[str, ...]:
    """Return the classes of a medicine or allergy, or what a condition implies; nothing for an unknown code."""
    code = _BY_ID.get(code_id)
    return code.classes if code is not None else ()


def classes_taken(terms: Iterable[Term]) -> frozenset[str]:
    """Return the drug classes of all coded medicines or allergies; free words are not checked and add none."""
    return frozenset(c for term in terms if isinstance(term, Coded) for c in classes_of(term.code))


def allergy_matches(allergy_code: str, drug_classes: Iterable[str]) -> bool:
    """Tell whether an allergy concerns a medicine of these classes (naproxen concerns ibuprofen as an NSAID)."""
    return not frozenset(classes_of(allergy_code)).isdisjoint(drug_classes)


def cautions_of(patient: Patient) -> dict[str, Answer]:
    """Return the answer to every caution: yes by a safety answer, a coded condition or a coded blood thinner.

    A condition that is not recorded was not asked; a safety question keeps its own answer.
    """
    answers = dict.fromkeys(CAUTIONS, Answer.NOT_ASKED)
    for caution in SAFETY_CAUTIONS:
        answers[caution] = getattr(patient.safety, caution.replace("-", "_"))
    for term in patient.conditions:
        if isinstance(term, Coded):
            answers.update(dict.fromkeys((term.code, *classes_of(term.code)), Answer.YES))
    if not _THINNERS.isdisjoint(classes_taken(patient.medicines)):
        answers["blood-thinner"] = Answer.YES
    _join_twins(answers)
    return answers


def _join_twins(answers: dict[str, Answer]) -> None:
    """Let `condition.osteoporosis` answer as the safety question of its name does."""
    for caution in SAFETY_CAUTIONS:
        twin = f"condition.{caution}"
        if twin in answers:
            answers[twin] = answers[caution]
