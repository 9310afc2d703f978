"""Lessons of the day as a plan holds them: with scenes, with one picture, and with words that are no steps."""

from __future__ import annotations

from documents.sciatica import texts

from painplanner.core.plan import FigureRef, Item

SLEEP = Item(
    id="item-sleep",
    source="lifestyle.sleep_positions",
    kind="lifestyle",
    texts=texts(
        "Sleeping positions",
        "Lie well at night",
        "Acuéstese bien de noche",
        ("benefit", "Pain may wake you less.", "El dolor puede despertarle menos."),
        ("step", "On your side: a pillow between your knees.", "De lado: una almohada entre las rodillas."),
        ("step", "On your back: a pillow under your knees.", "Boca arriba: una almohada bajo las rodillas."),
        ("cue", "No way to lie is wrong.", "Ninguna postura es mala."),
    ),
    figure=FigureRef(id="figure.sleep_positions"),
)
BAGS = Item(
    id="item-bags",
    source="lifestyle.carrying_loads",
    kind="lifestyle",
    texts=texts(
        "Carrying loads",
        "Carry in parts",
        "Lleve por partes",
        ("step", "Split the load in two bags.", "Divida la carga en dos bolsas."),
        ("safety", "If it is more than your usual the next day, do half.", "Si duele más al otro día, haga la mitad."),
    ),
    figure=FigureRef(id="figure.carry_two_bags"),
)
HEAVY = Item(
    id="item-heavy",
    source="education.heavy_work",
    kind="education",
    texts=texts(
        "Heavy work and your back",
        "Heavy work and your back",
        "El trabajo pesado y su espalda",
        ("info", "A strong back can do heavy work. It needs breaks.", "Una espalda fuerte puede. Necesita pausas."),
        ("info", "Mix lifts with walks and light tasks.", "Alterne cargar con caminar y tareas ligeras."),
        ("info", "Talk early with your boss.", "Hable pronto con su jefe."),
        ("info", "We can write a note with you.", "Podemos escribir una nota con usted."),
    ),
    figure=FigureRef(id="figure.lifting_box"),
)
PACING = Item(
    id="item-pacing",
    source="behavioural.pacing",
    kind="behavioural",
    texts=texts(
        "Pacing",
        "Do it in parts",
        "Hágalo por partes",
        ("step", "Set a timer, then stop and change what you do.", "Ponga una alarma, pare y cambie de tarea."),
    ),
    figure=FigureRef(id="figure.pacing"),
)
LESSONS = (SLEEP, BAGS, HEAVY, PACING)
