import random

import pytest

from gsca_cli.alliance.nearest import choose_from, did_you_mean, folded, nearest

IDS = ["open-data", "open-contracting", "dig-once", "privacy", "oslo", "são-paulo"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ålesund", "alesund"),
        ("São Paulo", "sao paulo"),
        ("BOGOTÁ", "bogota"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("加賀市", "加賀市"),
        ("\uff34okyo", "tokyo"),
        ("e\u0301", "e"),
        ("", ""),
    ],
)
def test_letters_are_folded_to_their_plain_form(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("open-data", "open-data"),
        ("opn-data", "open-data"),
        ("Open_Data", "open-data"),
        ("open-contrating", "open-contracting"),
        ("digonce", "dig-once"),
        ("PRIVACY", "privacy"),
        ("sao-paulo", "são-paulo"),
        ("olso", "oslo"),
        ("zzz", None),
        ("", None),
        ("o", None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(word: str, name: str | None) -> None:
    assert nearest(word, IDS) == name


def test_the_nearest_name_does_not_depend_on_the_order_of_the_names() -> None:
    names = ["north-a", "north-b", "north-c", "Nórth-a"]
    found = set()
    for seed in range(20):
        random.Random(seed).shuffle(names)  # noqa: S311 (an order, not a secret)
        found.add(nearest("north", names))
    assert len(found) == 1


def test_of_no_names_none_is_near() -> None:
    assert nearest("x", []) is None


@pytest.mark.parametrize(
    ("word", "words"),
    [("opn-data", "; did you mean `open-data`?"), ("zzz", ""), ("", "")],
)
def test_a_question_is_asked_only_where_something_is_near(word: str, words: str) -> None:
    assert did_you_mean(word, IDS) == words


@pytest.mark.parametrize(
    ("word", "names", "cure"),
    [
        ("opn-data", IDS, "; did you mean `open-data`?"),
        ("zzz", ["b", "a"], "; choose from b, a"),
        ("zzz", [], ""),
        ("zzz", [f"name-{number}" for number in range(31)], ""),
    ],
)
def test_where_none_is_near_a_few_are_all_named(word: str, names: list[str], cure: str) -> None:
    assert choose_from(word, names) == cure
