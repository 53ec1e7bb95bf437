import json
import typing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from small_alliance import FILES, checked, findings

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Finding, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.snapshots.repository import RecordPath

OSLO = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
OPEN_DATA = "data/policies/open-data.yaml"
PAPER = "data/sources/paper.yaml"
GSCA = "gsca.yaml"

NOT_A_TEXT = "is not a text: put it in quotes"
NOT_A_MAP = "is not a map of `key: value` lines"
NOT_A_LIST = "is not a list: begin each item with `- `"
NOT_A_DATE = "is not a date"
NOT_A_LINK = "is not a web address: it must begin with https:// or http:// and name a host"
NOT_A_SOURCE = "is not a source: write its id, or {id: [the fields it supports]}"
NOT_A_COUNT = (
    "cannot be counted: it is one of members, founders, cohort:ID, cities, countries or partners"
)


@pytest.mark.parametrize(
    ("path", "line", "found"),
    [
        # extra_forbidden
        (
            OSLO,
            "step: x",
            "11:1 unknown-field: `step` is not a field of a city",
        ),
        (
            OSLO,
            "location: {lat: 1, lon: 1, height: 1}",
            "11:28 unknown-field: `height` is not a field of `location`",
        ),
        (
            OSLO,
            "programmes: {pioneers: {join: 2020}}",
            "11:25 unknown-field: `join` is not a field of `programmes.pioneers`",
        ),
        (
            OSLO,
            "notes:\n  - {text: x, dat: 2020}",
            "12:15 unknown-field: `dat` is not a field of `notes.0`",
        ),
        # missing
        (OSLO, "location: {lat: 1}", "11:1 missing-field: `location` needs `lon`"),
        (OSLO, "location: {lat: 1, lon: }", "11:20 missing-field: `location.lon` is empty"),
        (OSLO, "notes: [{}]", "11:9 missing-field: `notes.0` needs `text`"),
        (OSLO, "variants: [{at: name}]", "11:12 missing-field: `variants.0` needs `value`"),
        # string_type
        (OSLO, "subdivision: true", f"11:14 invalid-value: `true` {NOT_A_TEXT}"),
        (OSLO, "notes: [false]", f"11:9 invalid-value: `false` {NOT_A_TEXT}"),
        # string_pattern_mismatch
        (
            OSLO,
            "subdivision: mx",
            "11:14 invalid-value: `mx` is not a subdivision code of ISO 3166-2, such as CO-DC",
        ),
        (
            OSLO,
            "notes: [{text: {EN: x}}]",
            "11:17 invalid-value: `EN` is not a language tag, such as en, pt-BR or ja",
        ),
        (
            GSCA,
            "language: English",
            "2:11 invalid-value: `English` is not a language tag, such as en, pt-BR or ja",
        ),
        # string_too_short
        (OSLO, "aliases: [{name: ''}]", "11:18 invalid-value: `aliases.0.name` is empty"),
        (OSLO, "notes: [{text: {en: ''}}]", "11:21 invalid-value: `notes.0.text.en` is empty"),
        (OSLO, "notes: [{text: {en: }}]", "11:17 invalid-value: `notes.0.text.en` is empty"),
        # int_type, greater_than_equal
        (
            OSLO,
            "population: {value: 5.5}",
            "11:21 invalid-value: `5.5` is not a whole number",
        ),
        (
            OSLO,
            "population: {value: many}",
            "11:21 invalid-value: `many` is not a whole number",
        ),
        (
            OSLO,
            "population: {value: true}",
            "11:21 invalid-value: `true` is not a whole number",
        ),
        (OSLO, "population: {value: -5}", "11:21 invalid-value: `-5` is less than 0"),
        # float_type
        (OSLO, "location: {lat: x, lon: 1}", "11:17 invalid-value: `x` is not a number"),
        # bool_type
        (
            OPEN_DATA,
            "foundational: 'yes'",
            "4:15 invalid-value: `yes` is neither true nor false",
        ),
        (OPEN_DATA, "foundational: 1", "4:15 invalid-value: `1` is neither true nor false"),
        # dict_type, model_type
        (OSLO, "programmes: x", f"11:13 invalid-value: `x` {NOT_A_MAP}"),
        (OSLO, "programmes: [x]", f"11:13 invalid-value: `programmes` {NOT_A_MAP}"),
        (OSLO, "programmes: {pioneers: x}", f"11:24 invalid-value: `x` {NOT_A_MAP}"),
        (OSLO, "location: 5", f"11:11 invalid-value: `5` {NOT_A_MAP}"),
        (OSLO, "variants: [[x]]", f"11:12 invalid-value: `variants.0` {NOT_A_MAP}"),
        # tuple_type
        (OSLO, "aliases: x", f"11:10 invalid-value: `x` {NOT_A_LIST}"),
        (OSLO, "aliases: {a: b}", f"11:10 invalid-value: `aliases` {NOT_A_LIST}"),
        # too_short
        (GSCA, "roles: []", "2:8 invalid-value: `roles` is empty"),
        (OSLO, "notes: [{text: {}}]", "11:16 invalid-value: `notes.0.text` is empty"),
        # value_error
        (
            OSLO,
            "notes: [{date: {a: b}, text: x}]",
            f"11:16 invalid-value: `notes.0.date` {NOT_A_DATE}",
        ),
        (
            OSLO,
            "notes: [{date: 2023-02-29, text: x}]",
            "11:16 invalid-value: `2023-02-29` is no day of the calendar",
        ),
        (
            OSLO,
            "notes: [{date: 2023-02/2022, text: x}]",
            "11:16 invalid-value: `2023-02/2022` ends before it begins",
        ),
        (PAPER, "link: www.example.org", f"2:7 invalid-value: `www.example.org` {NOT_A_LINK}"),
        (NORTH, "notes: [{text: x, sources: [5]}]", f"7:29 invalid-value: `5` {NOT_A_SOURCE}"),
        (
            NORTH,
            "notes: [{text: x, sources: [{a: [], b: []}]}]",
            f"7:29 invalid-value: `notes.0.sources.0` {NOT_A_SOURCE}",
        ),
        (NORTH, "claims: [{count: x, value: 1}]", f"7:18 invalid-value: `x` {NOT_A_COUNT}"),
        (
            NORTH,
            "claims: [{count: members, value: few}]",
            ("7:34 invalid-value: `few` is not a number, with or without a sign"),
        ),
        (
            GSCA,
            "statuses: [{id: a, name: A, symbol: x, class: done}]",
            (
                "2:11 invalid-value: `statuses` needs one status of class `unknown`, "
                "for what nobody published"
            ),
        ),
    ],
)
def test_what_does_not_fit_is_explained_where_it_stands(path: str, line: str, found: str) -> None:
    assert findings({path: f"{FILES[path]}{line}\n"}) == [f"{path}:{found}"]


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        (OSLO, "name: Oslo\n", "", "1:1 missing-field: a city needs `name`"),
        (OSLO, "country: 'NO'", "country:", "2:1 missing-field: `country` is empty"),
        (
            OSLO,
            "NO",
            "Norway",
            "2:10 invalid-value: `Norway` is not a country code of ISO 3166-1, such as CO or JP",
        ),
        (
            OSLO,
            "  open-data:",
            "  open-data: {chosen: no}",
            "6:23 invalid-value: `no` is not one of 'yes' or 'unknown'",
        ),
        (
            OSLO,
            "since: 2022-05",
            "reported_by: me",
            "9:44 invalid-value: `me` is not one of 'city', 'secretariat' or 'publication'",
        ),
        (
            "data/tracks/adoption.yaml",
            "walked_by: city",
            "walked_by: town",
            "2:12 invalid-value: `town` is not one of 'city' or 'region'",
        ),
    ],
)
def test_what_is_needed_is_explained_too(path: str, old: str, new: str, found: str) -> None:
    changed = FILES[path].replace(old, new)
    assert [each for each in findings({path: changed}) if path in each] == [f"{path}:{found}"]


def test_every_way_in_which_a_record_does_not_fit_is_reported_at_once() -> None:
    assert findings({PAPER: "name: A paper\ndate: soon\nlink: here\n"}) == [
        "data/sources/paper.yaml:1:1 missing-field: a source needs `title`",
        "data/sources/paper.yaml:1:1 unknown-field: `name` is not a field of a source",
        f"data/sources/paper.yaml:2:7 invalid-value: `soon` {NOT_A_DATE}",
        f"data/sources/paper.yaml:3:7 invalid-value: `here` {NOT_A_LINK}",
    ]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "location: {lat: x, lon: 1}",
            (
                "write a number in digits, such as `59.91` "
                "(`lat`: Latitude in degrees, north is positive)"
            ),
        ),
        (
            "location: {lat: 1}",
            "add it (`lon`: Longitude in degrees, east is positive)",
        ),
        ("location: {lat: 1, lon: 1, up: 1}", "its fields are lat, lon"),
        (
            "programmes: {pioneers: {join: 2020}}",
            "did you mean `joined`? its fields are joined, policy, note, sources",
        ),
        (
            "notes: [{text: x, dat: 2020}]",
            "did you mean `date`? its fields are date, text, sources",
        ),
        ("notes: [{text: {EN: x}}]", "write `en` (`text`: The note itself)"),
        (
            "programmes: {pioneers: x}",
            (
                "write `pioneers: {joined: ...}`; its fields are joined, policy, note, sources "
                "(`programmes`: Programmes the city takes part in, by id)"
            ),
        ),
        (
            "aliases: [{name: x, sources: [5]}]",
            (
                "write the id of a source, or `{id: [the fields it supports]}` "
                "(`sources`: Where it stands)"
            ),
        ),
    ],
)
def test_the_hint_says_what_the_schema_says_of_the_field(line: str, hint: str) -> None:
    (finding,) = checked({OSLO: f"{FILES[OSLO]}{line}\n"}).findings
    assert finding.hint == hint


def test_the_fields_are_listed_as_files_spell_them() -> None:
    line = "statuses: [{id: a, name: A, symbol: x, class: unknown, clas: done}]\n"
    (finding,) = checked({GSCA: FILES[GSCA] + line}).findings
    assert finding.hint == (
        "`class` is there already: leave one of the two; "
        "its fields are id, name, symbol, colour, class, former_ids"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "`x`"),
        (True, "`true`"),
        (1.5, "`1.5`"),
        ("a\nb\tc\u200bd", "`a b c\\u200bd`"),
        ("x" * 60, f"`{'x' * 60}`"),
        ("x" * 61, f"`{'x' * 60}…`"),
    ],
)
def test_a_value_is_shown_on_one_line_and_not_at_length(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_number_is_shown_as_it_is_written() -> None:
    assert findings({OSLO: f"{FILES[OSLO]}notes: [{{date: 012, text: x}}]\n"}) == [
        f"{OSLO}:11:16 invalid-value: `012` {NOT_A_DATE}"
    ]


def test_the_alliance_is_called_an_alliance() -> None:
    assert findings({GSCA: "name: Test Alliance\nshade: red\n"}) == [
        "gsca.yaml:2:1 unknown-field: `shade` is not a field of an alliance"
    ]


def test_a_field_that_is_called_like_the_mark_of_a_key_is_an_unknown_field() -> None:
    assert findings({OSLO: f'{FILES[OSLO]}"[key]": 1\n'}) == [
        f"{OSLO}:11:1 unknown-field: `[key]` is not a field of a city"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("notes: ['']", "11:9 invalid-value: `notes.0` is empty"),
        ("aliases: ['']", "11:11 invalid-value: `aliases.0` is empty"),
        ("notes: [{text: ''}]", "11:16 invalid-value: `notes.0.text` is empty"),
        (
            "programmes: {pioneers: {note: ''}}",
            "11:31 invalid-value: `programmes.pioneers.note` is empty",
        ),
    ],
)
def test_a_short_form_is_named_as_it_stands_in_the_file(line: str, found: str) -> None:
    assert findings({OSLO: f"{FILES[OSLO]}{line}\n"}) == [f"{OSLO}:{found}"]


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_nobody_is_told_to_put_a_list_or_a_map_in_quotes(value: str) -> None:
    (found,) = findings({OSLO: f"{FILES[OSLO]}former_ids: [{value}]\n"})
    assert "quotes" not in found


def test_a_bare_value_that_does_not_fit_is_reported_at_the_value() -> None:
    assert findings({OSLO: f"{FILES[OSLO]}population: -5\n"}) == [
        f"{OSLO}:11:13 invalid-value: `-5` is less than 0"
    ]


def test_a_list_whose_items_do_not_fit_is_not_called_empty() -> None:
    assert findings({GSCA: f"{FILES[GSCA]}roles: [x]\n"}) == [
        f"gsca.yaml:2:9 invalid-value: `x` {NOT_A_MAP}"
    ]


@pytest.mark.parametrize(
    ("line", "shown_as"),
    [
        ('"a\\nb": 1', "`a b`"),
        (f"{'x' * 70}: 1", f"`{'x' * 60}…`"),
        ('programmes: {"a\\nb": {when: 1}}', "`programmes.a b`"),
    ],
)
def test_a_key_is_shown_on_one_line_and_not_at_length(line: str, shown_as: str) -> None:
    found = findings({OSLO: f"{FILES[OSLO]}{line}\n"})
    assert shown_as in found[0]
    assert "\n" not in found[0]


WORDS = ("", "x", "en", "2022", "2022-13", "<25", "completed", "https://example.org", "NO", "yes")
# A key `[key]`, and one that cannot be printed, have tests of their own above.
KEYS = ("a", "en", "EN", "und", "", "x y", "sources", "status", "value", "name")
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-10, 3000)
    | st.floats(-200, 200, width=16)
    | st.sampled_from(WORDS)
    | st.text(max_size=8)
)
KEY = st.sampled_from(KEYS) | st.text(max_size=5).filter(str.isprintable)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEY, inner, max_size=2),
    max_leaves=4,
)


def nearly(annotation: Any) -> st.SearchStrategy[Any]:
    """Plain data that has the shape of a type in most places, and anything elsewhere."""
    inner = typing.get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return nearly(inner[0])
    if type(None) in inner:
        return nearly(next(each for each in inner if each is not type(None)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        names = {field.alias or name: field for name, field in annotation.model_fields.items()}
        fields = {name: nearly(field.annotation) for name, field in names.items()}
        some = st.fixed_dictionaries({}, optional=fields)
        return some | st.tuples(some, st.dictionaries(KEY, SCALARS, max_size=1)).map(
            lambda pair: pair[0] | pair[1]
        )
    if typing.get_origin(annotation) is dict:
        return st.dictionaries(KEY, nearly(inner[1]), max_size=2) | ANYTHING
    if typing.get_origin(annotation) is tuple:
        return st.lists(nearly(inner[0]), max_size=2) | ANYTHING
    return ANYTHING


RECORDS = st.sampled_from(list(Kind)).flatmap(
    lambda kind: st.tuples(st.just(kind), nearly(MODELS[kind]) | st.dictionaries(KEY, ANYTHING))
)

NOT_OURS = (
    "nput should",
    "ield required",
    "xtra inputs",
    "alue error",
    "does not fit here",
    "ydantic",
)


@settings(max_examples=300)
@given(RECORDS)
def test_whatever_a_file_holds_is_read_or_explained_in_our_words(
    record: tuple[Kind, dict[str, Any]],
) -> None:
    kind, data = record
    # Any JSON is YAML too.
    text = json.dumps(data, ensure_ascii=False, indent=1)
    lines = text.split("\n")
    document = parse("record.yaml", text.encode())
    read_in = (
        read(RecordPath("record.yaml", kind, "record"), document)
        if isinstance(document, Document)
        else document
    )
    if isinstance(read_in, Entry):
        return
    assert read_in
    for finding in read_in:
        assert_ours(finding)
        where = finding.location
        assert 1 <= where.line <= len(lines), finding
        assert 1 <= where.column <= len(lines[where.line - 1]), finding
        assert where.end_column <= len(lines[where.line - 1]) + 1, finding


def assert_ours(finding: Finding) -> None:
    """A finding says something, on one line, in words of our own."""
    assert finding.message
    assert "\n" not in finding.message
    for words in NOT_OURS:
        assert words not in finding.message + finding.hint, finding
