from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from gsca_cli.documents.scalars import WrittenFloat, WrittenInt
from gsca_cli.records.record import Record
from gsca_cli.records.values import (
    ANY_LANGUAGE,
    Amount,
    Citations,
    Count,
    Date,
    Flag,
    Language,
    Link,
    LocalText,
    Number,
    SourceId,
    Text,
    Texts,
    When,
    read_quantity,
)

DATES: dict[str, tuple[str, str]] = {
    "2022": ("2022-01-01", "2022-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "2022-01": ("2022-01-01", "2022-01-31"),
    "2022-04": ("2022-04-01", "2022-04-30"),
    "2022-12": ("2022-12-01", "2022-12-31"),
    "2022-02": ("2022-02-01", "2022-02-28"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2022-06-11": ("2022-06-11", "2022-06-11"),
    "2024-02-29": ("2024-02-29", "2024-02-29"),
    "9999-12-31": ("9999-12-31", "9999-12-31"),
    "2021-01/2021-03": ("2021-01-01", "2021-03-31"),
    "2021/2022": ("2021-01-01", "2022-12-31"),
    "2021-12-31/2022": ("2021-12-31", "2022-12-31"),
    "2022/2022-06": ("2022-01-01", "2022-06-30"),
    "2022-06-11/2022-06-11": ("2022-06-11", "2022-06-11"),
    "2022-06/2022": ("2022-06-01", "2022-12-31"),
    "../2022-06": ("", "2022-06-30"),
    "../2022": ("", "2022-12-31"),
    "2022-06/..": ("2022-06-01", ""),
    "2022/..": ("2022-01-01", ""),
}
"""A date, and the first and last day that it can mean; nothing where it is open."""

NO_DATES = {
    "not a date": [
        "",
        " ",
        "June 2022",
        "2022-6",
        "2022-06-1",
        "22",
        "022",
        "20222",
        "202206",
        "20220611",
        "2022/06/11/12",
        "2022-06-11T10:00",
        "2022-06-11Z",
        "-2022",
        "+2022",
        "2022-",
        "2022-06-",
        " 2022",
        "2022 ",
        "2022\n",
        "2022-06\n",
        "\uff12\uff10\uff12\uff12",
        "2022-\uff10\uff16",
        "\u0662\u0660\u0662\u0662",
        "2022\u201306",
        "06/2022",
        "/",
        "/2022",
        "2022/",
        "../",
        "/..",
        "..",
        "../..",
        "..2022",
        "2022..",
        ".../2022",
        "2022 / 2023",
        "2021/2022/2023",
    ],
    "no day of the calendar": [
        "0000",
        "0000-01",
        "2022-13",
        "2022-99",
        "2022-06-31",
        "2022-06-32",
        "2023-02-29",
        "1900-02-29",
        "2021-13/2022",
        "../2022-13",
        "2022-02-30/..",
    ],
    "ends before it begins": ["2022/2021", "2022-06/2022-05", "2022-06-12/2022-06-11"],
}


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("text", DATES)
def test_a_date_knows_the_first_and_last_day_it_can_mean(text: str) -> None:
    earliest, latest = DATES[text]
    assert When.parse(text) == When(text, day(earliest), day(latest))
    assert str(When.parse(text)) == text


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in NO_DATES.items() for text in texts]
)
def test_what_is_no_date_says_why(reason: str, text: str) -> None:
    with pytest.raises(ValueError, match=reason):
        When.parse(text)


@pytest.mark.parametrize(
    "text", ["2022-00", "2022-00-11", "2022-06-00", "2022-00/..", "../2022-00"]
)
def test_no_month_and_no_day_is_zero(text: str) -> None:
    with pytest.raises(ValueError, match="no day of the calendar"):
        When.parse(text)


@pytest.mark.parametrize("text", ["9999-12", "9999-12/..", "../9999-12"])
def test_the_last_month_of_the_calendar_is_a_month(text: str) -> None:
    assert When.parse(text).text == text


DAYS = st.dates(max_value=date(9999, 11, 30))
PERIODS = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda cut: cut[0].isoformat()[: cut[1]])


@given(PERIODS)
def test_a_period_never_ends_before_it_begins(text: str) -> None:
    when = When.parse(text)
    assert when.earliest
    assert when.latest
    assert when.earliest <= when.latest
    assert when.earliest.isoformat().startswith(text)
    assert when.latest.isoformat().startswith(text)
    if when.latest < date.max:
        assert not (when.latest + timedelta(days=1)).isoformat().startswith(text)


@given(PERIODS, PERIODS)
def test_a_span_goes_from_its_first_period_to_its_last(start: str, end: str) -> None:
    first, last = When.parse(start).earliest, When.parse(end).latest
    assert first
    assert last
    assume(first <= last)
    assert When.parse(f"{start}/{end}") == When(f"{start}/{end}", first, last)
    assert When.parse(f"{start}/..") == When(f"{start}/..", first, None)
    assert When.parse(f"../{end}") == When(f"../{end}", None, last)


@given(
    st.text(st.sampled_from("0123456789-/. \uff12"), max_size=24).filter(
        lambda t: "9999-12" not in t
    )
)
def test_any_text_is_a_date_in_order_or_is_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except ValueError:
        return
    assert when.earliest or when.latest
    assert not (when.earliest and when.latest and when.latest < when.earliest)


VALUES: dict[str, Any] = {
    "text": TypeAdapter(Text),
    "id": TypeAdapter(SourceId),
    "date": TypeAdapter(Date),
    "amount": TypeAdapter(Amount),
    "link": TypeAdapter(Link),
    "language": TypeAdapter(Language),
    "local text": TypeAdapter(LocalText),
    "citations": TypeAdapter(Citations),
    "flag": TypeAdapter(Flag),
    "count": TypeAdapter(Count),
    "number": TypeAdapter(Number),
}

READ: list[tuple[str, object, object]] = [
    ("text", "x", "x"),
    ("text", 2022, "2022"),
    ("text", -1.5, "-1.5"),
    ("text", WrittenFloat.of("1.10", 1.1), "1.10"),
    ("text", WrittenInt.of("012", 12), "012"),
    ("id", "paper", "paper"),
    ("id", 2022, "2022"),
    ("date", 2022, When("2022", date(2022, 1, 1), date(2022, 12, 31))),
    ("date", "2022-06-11", When("2022-06-11", date(2022, 6, 11), date(2022, 6, 11))),
    ("language", "en", "en"),
    ("language", "pt-BR", "pt-BR"),
    ("language", "zh-Hant-TW", "zh-Hant-TW"),
    ("language", "fil", "fil"),
    ("local text", "Oslo", {ANY_LANGUAGE: "Oslo"}),
    ("local text", 2022, {ANY_LANGUAGE: "2022"}),
    ("local text", {"en": "Oslo", "ja": "オスロ"}, {"en": "Oslo", "ja": "オスロ"}),
    ("local text", {"pt-BR": 3}, {"pt-BR": "3"}),
    ("flag", True, True),
    ("count", 0, 0),
    ("count", 10**17, 10**17),
    ("number", 1, 1.0),
    ("number", -99.5, -99.5),
    ("link", "https://example.org", "https://example.org"),
    ("link", "http://example.org:80/a?b=c#d", "http://example.org:80/a?b=c#d"),
    ("link", "https://ja.wikipedia.org/wiki/加賀市", "https://ja.wikipedia.org/wiki/加賀市"),
    ("link", "https://xn--example-9ta.org/", "https://xn--example-9ta.org/"),
]

REFUSED: list[tuple[str, object]] = [
    ("text", ""),
    ("text", None),
    ("text", True),
    ("text", ["x"]),
    ("text", {"x": "y"}),
    ("id", ""),
    ("id", False),
    ("date", None),
    ("date", True),
    ("date", 22),
    ("date", 2022.5),
    ("date", 20220611),
    ("date", WrittenInt.of("02022", 2022)),
    ("date", ["2022"]),
    ("date", {"from": 2022}),
    ("language", ""),
    ("language", "EN"),
    ("language", "e"),
    ("language", "english"),
    ("language", "pt_BR"),
    ("language", "pt-"),
    ("language", "en\n"),
    ("local text", ""),
    ("local text", None),
    ("local text", {}),
    ("local text", []),
    ("local text", ["Oslo"]),
    ("local text", True),
    ("local text", {"en": ""}),
    ("local text", {"en": None}),
    ("local text", {"english": "Oslo"}),
    ("local text", {"en": {"x": "y"}}),
    ("flag", "yes"),
    ("flag", "true"),
    ("flag", 1),
    ("flag", None),
    ("count", -1),
    ("count", 1.5),
    ("count", 2.0),
    ("count", "7"),
    ("count", True),
    ("number", "1"),
    ("number", True),
    ("number", float("inf")),
    ("number", float("nan")),
    ("link", "example.org"),
    ("link", "www.example.org"),
    ("link", "ftp://example.org"),
    ("link", "mailto:office@example.org"),
    ("link", "javascript:alert(1)//https://example.org"),
    ("link", "https://"),
    ("link", "https://localhost"),
    ("link", "https:///example.org"),
    ("link", "https://exam ple.org"),
    ("link", "https://example.org/a b"),
    ("link", " https://example.org"),
    ("link", "https://example.org\n"),
    ("link", "HTTPS://example.org"),
    ("link", 7),
]


@pytest.mark.parametrize(("kind", "given_value", "value"), READ)
def test_a_value_is_read(kind: str, given_value: object, value: object) -> None:
    assert VALUES[kind].validate_python(given_value) == value


@pytest.mark.parametrize(("kind", "value"), REFUSED)
def test_a_value_that_does_not_fit_is_refused(kind: str, value: object) -> None:
    with pytest.raises(ValidationError):
        VALUES[kind].validate_python(value)


def test_a_text_for_readers_can_be_told_from_any_other_map() -> None:
    assert isinstance(VALUES["local text"].validate_python("Oslo"), Texts)
    assert isinstance(VALUES["local text"].validate_python({"en": "Oslo"}), Texts)


HOLDS: list[tuple[object, str, str, str]] = [
    (17, "=", "17", "16 18 0"),
    (0, "=", "0", "1"),
    ("17", "=", "17", "16 18"),
    ("<25", "<", "24 0", "25 26"),
    (">80", ">", "81 900", "80 79 0"),
    ("~33", "~", "30 33 36", "29 37 0"),
    ("~100", "~", "90 100 110", "89 111"),
    ("~0", "~", "0", "1"),
    (26.0, "=", "26", "25 27"),
    ("12.5", "=", "", "12 13"),
    ("<12.5", "<", "12", "13"),
]
"""A quantity, its relation, the counts that agree with it, and those that do not."""


@pytest.mark.parametrize(("value", "relation", "agreeing", "others"), HOLDS)
def test_a_count_agrees_with_a_quantity_or_not(
    value: object, relation: str, agreeing: str, others: str
) -> None:
    quantity = read_quantity(value)
    assert quantity.relation == relation
    assert str(quantity) == str(value)
    assert [number for number in agreeing.split() if not quantity.holds(int(number))] == []
    assert [number for number in others.split() if quantity.holds(int(number))] == []


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "<",
            "~",
            "25%",
            "< 25",
            "=25",
            "<=25",
            ">>1",
            "-1",
            "+1",
            "1,000",
            "1 000",
            ".5",
            "5.",
        ),
        *("\uff11\uff17", "17\n", "seventeen", "1e3", None, True, False, [17], {"x": 17}, -1, -0.5),
        *(float("nan"), float("inf"), WrittenInt.of("0x1F", 31), WrittenFloat.of("1e3", 1000.0)),
    ],
)
def test_what_is_no_quantity_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_quantity(value)


def test_a_quantity_keeps_its_spelling() -> None:
    assert str(read_quantity(WrittenFloat.of("1.10", 1.1))) == "1.10"
    assert read_quantity(WrittenFloat.of("1.10", 1.1)).number == 1.1


@given(st.integers(0, 10**9), st.sampled_from(["", "~"]))
def test_a_number_agrees_with_itself(number: int, sign: str) -> None:
    assert read_quantity(f"{sign}{number}").holds(number)


CITED: list[tuple[list[Any], list[tuple[str, tuple[str, ...]]]]] = [
    ([], []),
    (["paper"], [("paper", ())]),
    ([{"paper": ["name", "steps.plan"]}], [("paper", ("name", "steps.plan"))]),
    ([{"paper": None}], [("paper", ())]),
    ([{"paper": []}], [("paper", ())]),
    ([{"source": "paper"}], [("paper", ())]),
    ([{"source": "paper", "supports": ["name"]}], [("paper", ("name",))]),
    ([{"supports": ["name"], "source": "paper"}], [("paper", ("name",))]),
    (["a", {"b": ["name"]}, {"source": "c"}], [("a", ()), ("b", ("name",)), ("c", ())]),
]


@pytest.mark.parametrize(("sources", "citations"), CITED)
def test_a_citation_has_a_short_form_and_a_long_one(
    sources: list[Any], citations: list[tuple[str, tuple[str, ...]]]
) -> None:
    read = VALUES["citations"].validate_python(sources)
    assert [(each.source, each.supports) for each in read] == citations
    assert Record.model_validate({"sources": sources}).sources == read


@pytest.mark.parametrize(
    "sources",
    [
        "paper",
        {"paper": ["name"]},
        [None],
        [""],
        [7],
        [True],
        [["paper"]],
        [{}],
        [{"a": ["name"], "b": ["name"]}],
        [{"paper": "name"}],
        [{"paper": {"name": True}}],
        [{"source": "paper", "pages": "7"}],
        [{"source": None}],
        [{"source": ["paper"]}],
    ],
)
def test_what_is_no_citation_is_refused(sources: object) -> None:
    with pytest.raises(ValidationError):
        VALUES["citations"].validate_python(sources)
