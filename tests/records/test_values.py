from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from gsca_cli.documents.scalars import WrittenFloat, WrittenInt
from gsca_cli.records.record import Record
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.records.values import (
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
)
from gsca_cli.records.when import When

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
