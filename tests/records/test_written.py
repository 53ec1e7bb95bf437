"""What editors are told of a value agrees with what is read."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from gsca_cli.records.record import Claim
from gsca_cli.records.values import Amount, Date, Flag, Language, Link, LocalText, Text


def is_read(annotation: Any, value: object) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True


def is_shown_as_right(annotation: Any, value: object) -> bool:
    schema = TypeAdapter(annotation).json_schema()
    return Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("annotation", "values"),
    [
        (
            Date,
            [2022, 1000, 22, 0, 10000, "2022", "0999", "0000", "2022-06", "2022-06-11", "2022-6"],
        ),
        (Date, ["2022-13", "2022-00", "2022-06-00", "2022-06-32", "22", "20222", "", " 2022"]),
        (Date, ["2021-01/2021-03", "../2022", "2022/..", "../..", "2021/", "/2021", "..", 2022.5]),
        (Date, ["June 2022", True, None, ["2022"], {"since": "2022"}]),
        (Link, ["https://a.org", "http://a.b.org/c d", "http://a.b.org/c?d#e", "https://a.org:80"]),
        (Link, ["https://", "https://localhost", "https://.org", "ftp://a.org", "a.org", 1, ""]),
        (Link, ["https://user@a.org/x", "https://日本.jp/市", "HTTPS://a.org"]),
        (Amount, [17, 17.5, "17", "<25", ">80", "~33", "<2.5", "=3", "< 2", "many", "", True]),
        (Amount, [None, "25%", "1,000", "-3", -3, [1], "<"]),
        (Text, ["a", " a ", "", "  ", 12, 1.5, True, None, ["a"]]),
        (LocalText, ["a", "", 12, {"en": "a"}, {"pt-BR": "a"}, {}, {"english": "a"}, {"EN": "a"}]),
        (LocalText, [{"en": None}, {"en": ""}, {"en": ["a"]}, ["a"], True, None]),
        (Language, ["en", "pt-BR", "zh-Hant", "english", "EN", "e", 1, None]),
        (Flag, [True, False, "true", 1, None]),
        (
            Claim.model_fields["count"].rebuild_annotation(),
            ["members", "founders", "cohort:first", "cohort:", "cohort:a b", "member", "", 1],
        ),
    ],
)
def test_a_value_is_right_in_an_editor_if_it_can_be_read(
    annotation: Any, values: list[object]
) -> None:
    read = [value for value in values if is_read(annotation, value)]
    assert [value for value in values if is_shown_as_right(annotation, value)] == read


@pytest.mark.parametrize("day", ["2022-02-30", "2023-04-31", "2022/2021"])
def test_the_calendar_is_left_to_validate(day: str) -> None:
    assert is_shown_as_right(Date, day)
    assert not is_read(Date, day)
