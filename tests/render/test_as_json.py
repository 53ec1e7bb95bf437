import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.small_map import SmallMap
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.findings import Severity
from gsca_cli.render.as_json import SCHEMA_VERSION, render_json
from gsca_cli.render.plain import plain


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Figure:
    rows: tuple[Inner, ...]
    total: int
    missing: str | None = None


@pytest.mark.parametrize(
    ("figure", "plain"),
    [
        ("x", "x"),
        (None, None),
        (True, True),
        (7, 7),
        (0.5, 0.5),
        ((), []),
        (("a", 1), ["a", 1]),
        ({}, {}),
        ({1: "x"}, {"1": "x"}),
        (Severity.NOTICE, "notice"),
        ({"rows": [Inner("x")]}, {"rows": [{"name": "x", "severity": "error"}]}),
        (
            Figure((Inner("Oslo"), Inner("加賀市", Severity.WARNING)), 2),
            {
                "rows": [
                    {"name": "Oslo", "severity": "error"},
                    {"name": "加賀市", "severity": "warning"},
                ],
                "total": 2,
                "missing": None,
            },
        ),
    ],
)
def test_a_figure_stands_under_its_name_with_a_version(figure: Any, plain: Any) -> None:
    text = render_json("figure", figure)
    assert json.loads(text) == {"schema_version": SCHEMA_VERSION, "figure": plain}
    assert list(json.loads(text)) == ["schema_version", "figure"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_has_no_word_for_is_never_written(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        render_json("figure", {"value": [number]})


@pytest.mark.parametrize("text", ["Ålesund", "加賀市", "👍", "हिन्दी", "a\u202eb", 'say "x" \\'])
def test_letters_outside_ascii_stand_for_themselves(text: str) -> None:
    written = render_json("name", text)
    assert json.loads(written)["name"] == text
    assert text.isascii() or text in written


def test_the_text_is_for_people_too() -> None:
    assert render_json("x", {"a": [1]}) == (
        '{\n  "schema_version": 1,\n  "x": {\n    "a": [\n      1\n    ]\n  }\n}\n'
    )


@dataclass(frozen=True, slots=True)
class Asked:
    rows: tuple[str, ...] = ()
    news: tuple[str, ...] = field(default=(), metadata={IF_ANY: True})


def test_a_field_that_few_reports_fill_is_left_out_while_it_is_empty() -> None:
    figures = [Asked(), Asked(news=("new",))]
    assert json.loads(render_json("figure", figures))["figure"] == [
        {"rows": []},
        {"rows": [], "news": ["new"]},
    ]
    assert plain(figures[0]) == {"rows": [], "news": []}


def test_a_map_of_any_make_is_a_map() -> None:
    small = SmallMap({"en": Inner("Oslo")})
    assert plain(small) == {"en": {"name": "Oslo", "severity": "error"}}
    assert type(plain(small)) is dict


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_plain_figure_is_read_back_the_same(figure: Any) -> None:
    text = render_json("figure", figure)
    assert json.loads(text)["figure"] == figure
    assert text.endswith("}\n")
    assert all(character >= " " or character == "\n" for character in text)
