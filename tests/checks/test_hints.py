"""What the checks of values tell people to do."""

import pytest
from small_alliance import FILES, OSLO, hints

PATH = "data/cities/oslo.yaml"
PLANNED = "correct the date; what is planned stands as `due` or in a note"
EXCHANGED = "exchange the two, or correct the one that is wrong"


@pytest.mark.parametrize(
    ("code", "old", "new", "hint"),
    [
        ("dates-out-of-order", "joined: 2021", "joined: 2022, left: 2021", EXCHANGED),
        ("future-date", "joined: 2021", "joined: 2025", PLANNED),
        (
            "missing-source",
            "sources: [paper]\n",
            "",
            "add `sources: [...]` with the id of a publication under data/sources/",
        ),
        (
            "missing-language",
            "name: Oslo",
            "name: {nb: Oslo}",
            "add `en: ...`, the default language",
        ),
        ("missing-language", "name: Oslo", "name: {ne: Oslo}", "did you mean `en`?"),
        (
            "subdivision-mismatch",
            "sources:",
            "subdivision: SE-AB\nsources:",
            "correct whichever of the two is wrong: a subdivision of NO begins with `NO-`",
        ),
    ],
)
def test_the_cure_says_what_to_do(code: str, old: str, new: str, hint: str) -> None:
    assert OSLO.count(old) == 1
    told = [each.split(" ", 1)[1] for each in hints({PATH: OSLO.replace(old, new)})]
    assert told == [f"{code} => {hint}"]


def test_the_language_that_was_meant_is_pointed_at() -> None:
    changed = {PATH: OSLO.replace("name: Oslo", "name: {sv: Oslo, ne: Oslo}")}
    assert hints(changed) == [f"{PATH}:1:18 missing-language => did you mean `en`?"]


def test_a_claim_is_cured_by_a_list_or_a_note() -> None:
    region = "data/regions/north.yaml"
    claims = f"{FILES[region]}claims: [{{count: members, value: 5}}]\n"
    assert [each.partition(" => ")[2] for each in hints({region: claims})] == [
        "list what is missing, or say in a `note` why the numbers differ"
    ]
