import pytest
from small_alliance import FILES, alliance_of

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.kinds import Kind

OSLO = FILES["data/cities/oslo.yaml"]


def city(key: str, text: str) -> Entry:
    alliance = alliance_of({f"data/cities/{key}.yaml": text})
    return alliance.entry(alliance.of(Kind.CITY)[key])


def named(name: str, more: str = "") -> str:
    return OSLO.replace("name: Oslo", f"name: {name}") + more


CASES = {
    "the same name": ("Oslo", "Oslo", True),
    "another name, all else alike": ("Oslo", "Bergen", False),
    "a name without its accent": ("Brasília", "brasilia", True),
    "the same name in one of its languages": (
        "{en: Turku, sv: Åbo}",
        "{fi: Turku, de: Turku am See}",
        True,
    ),
    "other names in all languages": ("{en: Turku, sv: Åbo}", "{en: Rome, sv: Rom}", False),
}


@pytest.mark.parametrize(("before", "after", "is_known"), CASES.values(), ids=CASES)
def test_a_record_is_known_by_its_name(before: str, after: str, *, is_known: bool) -> None:
    found = renamed({"a": city("a", named(before))}, {"b": city("b", named(after))})
    assert found == ({"b": "a"} if is_known else {})


MORE = {
    "its name is an alias now": ("", "aliases: [Oslo]\n", True),
    "its alias is the name now": ("aliases: [Bergen]\n", "", True),
    "both have an alias that names neither": ("aliases: [Rain]\n", "aliases: [Rain]\n", False),
    "the file says which one it was": ("", "former_ids: [a]\n", True),
}


@pytest.mark.parametrize(("before", "after", "is_known"), MORE.values(), ids=MORE)
def test_a_record_with_another_name_is_known_by_what_its_file_says(
    before: str, after: str, *, is_known: bool
) -> None:
    gone, new = city("a", named("Oslo", before)), city("b", named("Bergen", after))
    assert renamed({"a": gone}, {"b": new}) == ({"b": "a"} if is_known else {})


def test_a_name_alone_makes_no_record_of_another() -> None:
    other = "name: Oslo\ncountry: US\nsubdivision: US-MN\nnotes: [A town]\n"
    assert renamed({"a": city("a", OSLO)}, {"b": city("b", other)}) == {}


def test_of_several_that_have_its_name_the_one_that_says_most_of_it_is_it() -> None:
    gone = {
        "a": city("a", named("Oslo", "notes: [One]\n")),
        "b": city("b", OSLO),
        "c": city("c", named("Bergen")),
    }
    assert renamed(gone, {"d": city("d", OSLO)}) == {"d": "b"}
