from datetime import date
from typing import Any

import pytest
import yaml
from checks.notes import only
from hypothesis import given, settings
from hypothesis import strategies as st
from small_alliance import FILES, OSLO, checked, findings

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Severity

found, in_note, cures = only("yaml-trap")

DIG_ONCE = "data/policies/dig-once.yaml"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("NO", "is false to other tools"),
        ("n", "is false to other tools"),
        ("Off", "is false to other tools"),
        ("yes", "is true to other tools"),
        ("Y", "is true to other tools"),
        ("on", "is true to other tools"),
        ("12:30", "is the number 750 to other tools"),
        ("1:30:00", "is the number 5400 to other tools"),
        ("1_000", "is the number 1000 to other tools"),
        ("010", "is the number 8 to other tools"),
        ("0b11", "is the number 3 to other tools"),
        ("08", "is a text to other tools"),
        ("0o17", "is a text to other tools"),
        ("1e3", "is a text to other tools"),
        ("-.5", "is a text to other tools"),
        ("1.10", "is the number 1.1 to other tools"),
        ("+1", "is the number 1 to other tools"),
        ("0x1F", "is the number 31 to other tools"),
        ("1" + "_0" * 17 + "_", f"is the number 1{'0' * 17} to other tools"),
        ("=", "is nothing that other tools can read"),
        ("<<", "is nothing that other tools can read"),
    ],
)
def test_a_word_that_other_tools_take_for_something_else_is_reported(
    text: str, meaning: str
) -> None:
    assert in_note(text) == [f"1-{1 + len(text)} yaml-trap: `{text}` {meaning}"]
    assert cures(text) == [f"write `'{text}'`"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{en: no}", "6-8"),
        ("{no: x}", "2-4"),
        ("no # so it is", "1-3"),
        ("\n      no", None),
    ],
)
def test_it_is_reported_where_it_stands(text: str, place: str | None) -> None:
    message = "yaml-trap: `no` is false to other tools"
    where = f"12:{int(place[0]) + 10}-{int(place[2:]) + 10}" if place else "13:7-9"
    assert found(f"{OSLO}notes:\n  - text: {text}\n") == [f"{where} {message}"]


@pytest.mark.parametrize(
    "text",
    [
        *("'no'", '"no"', "|\n      no", ">-\n      no", "'12:30'", '"1.10"', "{en: 'no'}"),
        *("none", "x no", "no way", "nO", "1.5", "12", "2022-06-11", "2022-06", "2022-06-11 12:30"),
        *("12:99", "1.2.3", "1-2", "/", "v1.10", "1,000"),
    ],
)
def test_what_is_in_quotes_and_what_means_the_same_to_all_is_fine(text: str) -> None:
    assert found(f"{OSLO}notes:\n  - text: {text}\n") == []


def test_it_is_a_notice() -> None:
    (finding,) = checked({"data/cities/oslo.yaml": OSLO.replace("'NO'", "NO")}).findings
    assert finding.severity is Severity.NOTICE
    assert (finding.location.line, finding.location.column) == (2, 10)


def test_an_alliance_may_silence_it() -> None:
    silent = FILES["gsca.yaml"] + "checks: {yaml-trap: silent}\n"
    oslo = OSLO.replace("'NO'", "NO")
    assert findings({"gsca.yaml": silent, "data/cities/oslo.yaml": oslo}) == []


@pytest.mark.parametrize(
    ("more", "place", "message", "cure"),
    [
        ("population: 010", "11:13", "`010` is the number 8 to other tools", "write `10`"),
        ("population: {value: 0o17}", "11:21", "`0o17` is a text to other tools", "write `15`"),
        ("location: {lat: 1e1, lon: 2}", "11:17", "`1e1` is a text to other tools", "write `10.0`"),
        ("location: {lat: 1, lon: -.5}", "11:25", "`-.5` is a text to other tools", "write `-0.5`"),
        (
            "location: {lat: 1e-7, lon: 2}", "11:17", "`1e-7` is a text to other tools",
            "write `0.0000001`",
        ),
    ],
)  # fmt: skip
def test_where_a_number_is_meant_the_cure_is_the_plain_number(
    more: str, place: str, message: str, cure: str
) -> None:
    changed = {"data/cities/oslo.yaml": f"{OSLO}{more}\n"}
    (finding,) = (each for each in checked(changed).findings if each.code == "yaml-trap")
    assert f"{finding.location.line}:{finding.location.column}" == place
    assert (finding.message, finding.hint) == (message, cure)


@pytest.mark.parametrize(
    "more",
    [
        "location: {lat: 1.10, lon: +2.50}",
        "population: +5",
        "population: {value: 0x10}",
        "variants: [{at: name, value: 1.10}]",
    ],
)
def test_where_a_number_is_meant_its_spelling_does_not_matter(more: str) -> None:
    assert found(f"{OSLO}{more}\n") == []


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("releases: [{version: 1.10}]", "3:22"),
        ("aliases: [1.10]", "3:11"),
        ("aliases: [{name: 1.10}]", "3:18"),
        ("summary: 1.10", "3:10"),
        ("summary: {en: 1.10}", "3:15"),
        ("notes: [1.10]", "3:9"),
    ],
)
def test_where_a_text_is_meant_a_number_loses_its_spelling(more: str, place: str) -> None:
    assert findings({DIG_ONCE: f"{FILES[DIG_ONCE]}{more}\n"}) == [
        f"{DIG_ONCE}:{place} yaml-trap: `1.10` is the number 1.1 to other tools"
    ]


def test_the_longest_number_of_others_is_seen_where_nothing_else_is_odd() -> None:
    longest = "1" + "_0" * 17 + "_"
    (found,) = findings({DIG_ONCE: f"{FILES[DIG_ONCE]}summary: {longest}\n"})
    assert found.startswith(f"{DIG_ONCE}:3:10 yaml-trap: `{longest}` is the number 1000")


def test_a_field_that_a_source_supports_is_a_text() -> None:
    assert found(OSLO.replace("[paper]", "[{paper: [1.10]}]")) == [
        "10:20-24 yaml-trap: `1.10` is the number 1.1 to other tools"
    ]


@pytest.mark.parametrize("more", ["releases: [{version: 1.1}]", "releases: [{version: 2}]"])
def test_a_number_that_is_written_as_it_is_loses_nothing(more: str) -> None:
    assert findings({DIG_ONCE: f"{FILES[DIG_ONCE]}{more}\n"}) == []


# Against PyYAML itself: whatever it reads otherwise is reported, and nothing else.

NOT_TO_PYYAML = {"y", "Y", "n", "N"}
"""Truth values in YAML 1.1, though not to PyYAML."""
TABLE = """
    y Y yes Yes YES yEs n N no No NO nO on On ON oN off Off OFF oFF true True false null ~ x none
    0 1 -1 +1 007 010 08 0o17 0b1 0x1f 1_0 1__0 _1 12:30 1:30:00 12:99 1:2:3 60:00 0:30 -1:30 1:1.5
    1.5 1.50 1. .5 -.5 +.5 1e3 1.0e3 1.0e+3 1e-3 = << 2022 2022-06 2022-06-11 2022-06-11T12:00:00Z
""".split()  # noqa: SIM905 (a table, not a list of quotes)


def data_of(text: str) -> object:
    """What we read; nothing if it is not accepted."""
    document = parse("x", text.encode())
    return document.data if isinstance(document, Document) else None


def by_pyyaml(text: str) -> object:
    """What PyYAML reads; its complaint if it cannot."""
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        return error


def agrees(word: str) -> bool | None:
    """Does PyYAML read a note of one word as we do? None if it is no note to us."""
    ours: Any = data_of(f"a: {word}\n")
    theirs: Any = by_pyyaml(f"a: {word}\n")
    if not isinstance(ours, dict) or type(ours["a"]) in {bool, type(None), dict, list}:
        return None
    if isinstance(theirs, dict) and isinstance(theirs["a"], date):
        return True
    # A note is a text: what is a number has lost its spelling if it was not written like that.
    return bool(theirs == ours) and str(getattr(ours["a"], "written", ours["a"])) == str(ours["a"])


@pytest.mark.parametrize("word", TABLE)
def test_what_pyyaml_reads_otherwise_is_reported_and_nothing_else(word: str) -> None:
    if (same := agrees(word)) is not None and word not in NOT_TO_PYYAML:
        assert (in_note(word) == []) == same


@settings(max_examples=500)
@given(st.text("0123456789_.:-+eExboyYnNsSOo=<~", min_size=1, max_size=8))
def test_the_same_holds_for_any_mixture(word: str) -> None:
    if (same := agrees(word)) is not None and word not in NOT_TO_PYYAML:
        assert (in_note(word) == []) == same


@pytest.mark.parametrize("word", sorted(NOT_TO_PYYAML))
def test_the_single_letters_are_reported_because_other_tools_follow_the_standard(word: str) -> None:
    assert agrees(word)
    assert len(in_note(word)) == 1
