from generator.briefing.translations import in_the_language, original_of, versions
from generator.model.briefing import Briefing, Status
from generator.model.span import TextFile


def _briefing(
    slug: str, language: str, of: str | None = None, status: Status = Status.PUBLISHED
) -> Briefing:
    file = TextFile(f"docs/briefings/{slug}/briefing.yml", "")
    return Briefing(slug, file, slug, language=language, translation_of=of, status=status)


ENGLISH = _briefing("clips", "en")
CHINESE = _briefing("clips-zh", "zh-Hans", "clips")
GERMAN = _briefing("clips-de", "de", "clips-zh")
OTHER = _briefing("labels", "en")
ALL = (GERMAN, CHINESE, ENGLISH, OTHER)


def test_the_original_comes_first_and_others_by_name() -> None:
    slugs = [each.slug for each in versions(CHINESE, ALL)]
    assert slugs == ["clips", "clips-de", "clips-zh"]
    assert versions(OTHER, ALL) == (OTHER,)


def test_a_translation_of_a_translation_goes_back_to_the_original() -> None:
    assert original_of(GERMAN, ALL) == "clips"


def test_translations_that_name_each_other_are_no_endless_search() -> None:
    one, other = _briefing("a", "en", "b"), _briefing("b", "de", "a")
    assert original_of(one, (one, other)) in ("a", "b")


def test_an_original_that_is_not_there_leaves_a_translation_on_its_own() -> None:
    assert versions(CHINESE, (CHINESE, OTHER)) == (CHINESE,)


def test_a_draft_sees_itself_and_is_not_seen() -> None:
    draft = _briefing("clips-fr", "fr", "clips", Status.DRAFT)
    assert draft in versions(draft, (ENGLISH, draft))
    assert draft not in versions(ENGLISH, (ENGLISH, draft))


def test_a_version_is_found_by_language_else_the_original() -> None:
    assert in_the_language(ENGLISH, ALL, "zh-Hant") is CHINESE
    assert in_the_language(CHINESE, ALL, "fr") is ENGLISH
