"""Words fall back to English, whole."""

from painplanner.text import has_catalogue, translator


def test_english_needs_no_catalogue() -> None:
    assert translator("en").gettext("Save") == "Save"
    assert translator("en-US").ngettext("{n} day", "{n} days", 2) == "{n} days"


def test_a_language_without_catalogue_is_known_to_be_missing() -> None:
    assert not has_catalogue("tlh")
    assert translator("tlh").gettext("Save") == "Save"
