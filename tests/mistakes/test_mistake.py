import pytest
from mistakes.edits import Spot
from mistakes.fields import Form
from mistakes.misspelling import exchanged, garbled, later, misspelt, wide
from mistakes.mistake import Cure

from gsca_cli.findings import Finding, Location, Related, Severity

FIRST = Spot("a.yaml", (2, 1), (2, 5))


def finding(hint: str, *related: Location, message: str = "wrong") -> Finding:
    places = tuple(Related(each, "first given here") for each in related)
    return Finding("x", Severity.ERROR, Location("b.yaml", 3), message, hint, places)


@pytest.mark.parametrize(
    ("hint", "holds"),
    [
        ("did you mean `open-data`?", True),
        ("write `{policy: open-data}`", True),
        ("there are: open-data, dig-once", False),
        ("did you mean `open-data-2`?", False),
        ("did you mean `an-open-data`?", False),
        ("", False),
    ],
)
def test_the_right_value_must_stand_between_backticks_by_itself(
    hint: str,
    holds: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert Cure(("open-data",)).is_in(finding(hint)) is holds


def test_one_right_value_or_the_words_are_enough() -> None:
    cure = Cure(("lat", "lon"), words=r"\bexchange\b")
    assert cure.is_in(finding("write `lon: 5`"))
    assert cure.is_in(finding("exchange the two"))
    assert not cure.is_in(finding("exchanged"))
    assert not Cure().is_in(finding("exchange the two"))


def test_what_stands_twice_must_lead_to_the_first_one() -> None:
    cure = Cure(words="keep one", first=(FIRST,))
    assert cure.is_in(finding("keep one", Location("a.yaml", 2, 1, 5)))
    assert cure.is_in(finding("keep one", message="a.yaml has it too"))
    assert not cure.is_in(finding("keep one", Location("a.yaml", 1, 1, 5)))
    assert not cure.is_in(finding("keep one"))
    assert not cure.is_in(finding("rename it", Location("a.yaml", 2, 1, 5)))


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("id", "di"),
        ("lat", "alt"),
        ("name", "nmae"),
        ("regions", "reigons"),
        ("https", "htpts"),
        ("open-data", "opne-data"),
        ("CO", "OC"),
    ],
)
def test_the_two_letters_nearest_to_the_middle_change_places(word: str, wrong: str) -> None:
    assert exchanged(word) == wrong


@pytest.mark.parametrize(
    ("text", "form", "wrong"),
    [
        ("2022-05", Form.DATE, "2022-0"),
        ("#2e7d32", Form.COLOUR, "#2e7d3"),
        ("https://example.org/a:b", Form.LINK, "htpts://example.org/a:b"),
        ("member", Form.REFERENCE, "mebmer"),
    ],
)
def test_every_form_is_misspelt_in_its_own_way(text: str, form: Form, wrong: str) -> None:
    assert misspelt(text, form) == wrong


def test_a_date_comes_to_lie_in_the_future() -> None:
    assert later("2021-03/2022-06-11") == "2201-03/2202-06-11"
    assert later("2019") == "2109"


def test_a_text_is_garbled_as_latin_1_and_not_as_anything_else() -> None:
    assert garbled("São Tomé") == "SÃ£o TomÃ©"
    assert garbled("à") == "Ã\xa0"
    assert garbled("Ý") == "Ã\x9d"


def test_full_width_letters_are_those_of_an_input_method() -> None:
    assert wide("2022-a Z") == "２０２２-ａ Ｚ"
