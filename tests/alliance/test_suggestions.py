import pytest

from gsca_cli.alliance import suggestions
from gsca_cli.alliance.suggestions import Suggestions, enumerated

NAMES = ["clean-air", "open-roads"]


def test_the_name_that_was_meant_comes_before_the_cure() -> None:
    assert Suggestions().before("or not", "clean-ar", NAMES) == "did you mean `clean-air`? or not"
    assert Suggestions().before("or not", "zzz", NAMES) == "or not"


@pytest.mark.parametrize(
    ("word", "names", "meant"),
    [
        (
            "resilience",
            ["resilience-strategy", "cyber-resilience"],
            "`cyber-resilience` or `resilience-strategy`",
        ),
        (
            "data",
            ["data-ethics", "open-data", "big-data", "metadata", "data-protection"],
            "`big-data`, `open-data` or `data-ethics`",
        ),
        ("open-data-policy", ["open-data", "zoning"], "`open-data`"),
        ("clean-ar", ["clean-air", "clean-ar-now"], "`clean-air`"),
    ],
)
def test_ids_of_the_same_words_are_about_as_near(word: str, names: list[str], meant: str) -> None:
    assert Suggestions().before("or not", word, names) == f"did you mean {meant}? or not"


def test_of_each_collection_a_name_of_its_own_is_suggested() -> None:
    asked = Suggestions()
    assert asked.before("", "clean-ar", NAMES, "policy") == "did you mean `clean-air`? "
    assert asked.before("", "clean-ar", ["clean-car"], "city") == "did you mean `clean-car`? "


@pytest.mark.parametrize(("most", "suggested"), [(323, 2), (322, 1), (152, 1), (151, 0)])
def test_after_a_long_search_nothing_new_is_suggested(
    monkeypatch: pytest.MonkeyPatch, most: int, suggested: int
) -> None:
    monkeypatch.setattr(suggestions, "_MOST_COMPARED", most)
    asked = Suggestions()
    words = ["clean-ar", "clean-ar", "open-road", "open-road"]
    hints = [asked.before("", word, NAMES) for word in words]
    assert [bool(each) for each in hints] == [suggested > 0] * 2 + [suggested > 1] * 2


def test_twelve_names_are_listed_and_the_others_counted() -> None:
    names = [f"n{number}" for number in range(12)]
    assert enumerated(names) == ", ".join(names)
    assert enumerated([*names, "last"]) == f"{', '.join(names)} and 1 more"
    assert enumerated([*names, *names * 100]).endswith("n11 and 1,200 more")


def test_a_long_name_is_cut() -> None:
    assert enumerated(["x" * 100, "y"]) == f"{'x' * 60}…, y"
