"""The reading grade is an estimate that moves the right way."""

from painplanner.core.reading_grade import reading_grade, syllable_count


def test_short_words_in_short_sentences_read_easily():
    easy = "Lie on your back. Bend your knees. Lift your hips. Hold, then lower."
    hard = "Progressive contraction of the posterior musculature facilitates neuromuscular re-education throughout."
    assert (reading_grade(easy) or 0) < 3
    assert (reading_grade(hard) or 0) > 12


def test_a_few_words_are_not_judged():
    assert reading_grade("Lift your hips.") is None


def test_syllables_are_counted_by_ear():
    counts = {"sit": 1, "table": 2, "lifted": 2, "walked": 1, "exercise": 3, "the": 1, "area": 2}
    assert {word: syllable_count(word) for word in counts} == counts
