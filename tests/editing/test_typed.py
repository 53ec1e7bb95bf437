"""Maps and lists in braces as somebody types them to a shell."""

from typing import Any

import pytest

from gsca_cli.editing.typed import typed
from gsca_cli.errors import UsageError
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_at

NOTE = "A call is planned, and a workshop"
IN_QUOTES = "if it belongs to the text, put the whole in quotes"


def data(route: Route, text: str) -> Any:
    shape = shape_at(Kind.CITY, route)
    assert shape is not None
    return typed(shape, text, ".".join(map(str, route)))


@pytest.mark.parametrize(
    ("route", "text", "said"),
    [
        (
            ("notes",),
            f"{{date: 2022-06, text: {NOTE}}}",
            f'`notes`: the comma before `and a workshop` ends the text; {IN_QUOTES}: `"{NOTE}"`',
        ),
        (
            ("notes",),
            f"[{{text: {NOTE}}}]",
            f'`notes`: the comma before `and a workshop` ends the text; {IN_QUOTES}: `"{NOTE}"`',
        ),
        (
            ("name",),
            "{en: Oslo, the capital}",
            (
                f"`name`: the comma before `the capital` ends the text; {IN_QUOTES}: "
                '`"Oslo, the capital"`'
            ),
        ),
        (
            ("steps", "plan"),
            '{status: completed, note: "12" points, all of them}',
            '`steps.plan`: `{status: completed, note: "12" points, all of them}` cannot be read: ',
        ),
        (
            ("steps", "plan"),
            "{evidence: [https://oslo.no/a,b]}",
            (
                f"`steps.plan`: the comma before `b` ends the text; {IN_QUOTES}: "
                '`"https://oslo.no/a,b"`'
            ),
        ),
        (
            ("notes",),
            "{text: A call: it's planned}",
            (
                "`notes`: `{text: A call: it's planned}` cannot be read: a comma is missing before "
                "`call`; write it; or, if it is all one text, put the whole text in quotes: "
                '`"A call: it\'s planned"`'
            ),
        ),
    ],
)
def test_a_text_that_is_cut_up_is_refused_with_the_whole_of_it(
    route: Route, text: str, said: str
) -> None:
    with pytest.raises(UsageError) as refused:
        data(route, text)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("route", "text", "value"),
    [
        (("notes",), f'{{text: "{NOTE}"}}', {"text": NOTE}),
        (("notes",), '{text: "A call: it\'s planned"}', {"text": "A call: it's planned"}),
        (("name",), '{en: "Oslo, the capital"}', {"en": "Oslo, the capital"}),
        (
            ("steps", "plan"),
            '{evidence: ["https://oslo.no/a,b"]}',
            {"evidence": ["https://oslo.no/a,b"]},
        ),
        (("sources",), "[paper: [name, country]]", [{"paper": ["name", "country"]}]),
        (("policies",), "{open-data: , dig-once: }", {"open-data": None, "dig-once": None}),
    ],
)
def test_what_the_cure_says_is_taken(route: Route, text: str, value: Any) -> None:
    assert data(route, text) == value
