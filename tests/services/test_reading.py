"""The reading figures move the right way, and say what to aim for when a text is hard."""

from __future__ import annotations

from painplanner.services.reading import english_grade, inflesz, is_easy, reading_words, sentences_of

EASY = ["Lie on your back.", "Bend your knees.", "Lift your hips.", "Hold, then lower."]
HARD = ["Progressive contraction of the posterior musculature facilitates neuromuscular re-education throughout."]
FACIL = ["Acuéstese boca arriba.", "Doble las rodillas.", "Suba la cadera.", "Mantenga y baje."]
DIFICIL = ["La contracción progresiva de la musculatura posterior facilita la reeducación neuromuscular."]


def test_short_words_in_short_lines_read_easily() -> None:
    assert english_grade(EASY) < 3 < 12 < english_grade(HARD)
    assert inflesz(FACIL) > 75 > 65 > inflesz(DIFICIL)


def test_a_hard_text_says_what_to_aim_for() -> None:
    assert reading_words(EASY, "en").startswith("reads at grade 0.")
    assert "aim for 6" in reading_words(HARD, "en")
    assert reading_words(FACIL, "es").startswith("reads easily (INFLESZ ")
    assert "aim for 65" in reading_words(DIFICIL, "es-MX")


def test_a_few_words_and_other_languages_get_no_figure() -> None:
    assert reading_words(["Lift your hips."], "en") == ""
    assert reading_words(["Heben Sie das Becken langsam an und halten Sie es dort oben."], "de") == ""
    assert is_easy(HARD, "de")


def test_no_words_are_no_fault() -> None:
    assert is_easy([], "en")
    assert is_easy([""], "es")


def test_a_text_in_one_piece_falls_into_its_sentences() -> None:
    assert sentences_of("A disc. It may press!\nRest: then walk 0.5 miles.") == [
        "A disc.",
        "It may press!",
        "Rest:",
        "then walk 0.5 miles.",
    ]
