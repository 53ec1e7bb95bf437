import pytest

from gsca_cli.editing.assignment import Assignment, Sign, assignment, assignments, is_assignment
from gsca_cli.errors import UsageError


@pytest.mark.parametrize(
    ("word", "route", "sign", "value"),
    [
        ("name=Oslo", "name", Sign.SET, "Oslo"),
        ("name.en=a=b", "name.en", Sign.SET, "a=b"),
        ("steps.plan=", "steps.plan", Sign.SET, ""),
        ("sources+=paper", "sources", Sign.ADD, "paper"),
        ("sources-=paper", "sources", Sign.REMOVE, "paper"),
        ("steps.work-plan=x", "steps.work-plan", Sign.SET, "x"),
        ("note=one\ntwo", "note", Sign.SET, "one\ntwo"),
        ("link=https://example.org/?a+=b", "link", Sign.SET, "https://example.org/?a+=b"),
    ],
)
def test_a_word_says_where_and_what(word: str, route: str, sign: Sign, value: str) -> None:
    assert is_assignment(word)
    assert assignment(word) == Assignment(route, sign, value)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("oslo", "`oslo` changes nothing: write ROUTE=VALUE, as in name.es=Roma"),
        ("=x", "`=x` changes nothing"),
        ("sources+=", "names nothing to add"),
        ("sources-=", "names nothing to take away"),
    ],
)
def test_a_word_that_says_too_little_is_refused(word: str, why: str) -> None:
    with pytest.raises(UsageError, match=why.replace("+", r"\+")):
        assignment(word)


def test_a_map_that_is_taken_away_is_one_item() -> None:
    word = "meetings-={date: 2022, title: Spring}"
    assert assignments([word]) == [
        Assignment("meetings", Sign.REMOVE, "{date: 2022, title: Spring}")
    ]


def test_what_is_taken_away_with_commas_goes_one_by_one() -> None:
    assert assignments(["sources-=a, b", "sources+=c,d"]) == [
        Assignment("sources", Sign.REMOVE, "a"),
        Assignment("sources", Sign.REMOVE, "b"),
        Assignment("sources", Sign.ADD, "c,d"),
    ]
