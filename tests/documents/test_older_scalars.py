"""Our idea of YAML 1.1 against PyYAML, which reads it."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gsca_cli.documents.older_scalars import UNREADABLE, resolve_older

SINGLE_LETTERS = {"y": True, "Y": True, "n": False, "N": False}
"""The standard says that these are truth values; PyYAML does not, other tools do."""


def by_pyyaml(text: str) -> object:
    """What PyYAML makes of an unquoted word; a date stays the text that it is."""
    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    try:
        value = loader.construct_object(yaml.ScalarNode(tag, text))
    except (yaml.YAMLError, ValueError):
        return UNREADABLE
    return text if isinstance(value, date) else value


WORDS = """
    yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE
    null Null NULL ~ nULL yES nO oN OfF tRUE maybe none None nil
    0 -0 +0 00 007 010 -010 0_7 08 09 0o17 0b101 0b -0b1 0b2 0x1F 0x1f 0x_ 0b_ 0X1F
    1 -1 +1 1_000 1_ _1 1__0 -1_0 12_345.6 1,000 1e3 1E3 1e+3 1.e3 1.0e3 1.0e+3 1.5E-3
    1.10 1. .5 -.5 +.5 .5e3 .5e+3 . ._5 1._ 1.2.3 +1.5 -1.5 0.10 00.5 .0
    12:30 1:30:00 1:60 0:30 09:30 60:30 190:20:30 190:20:30.15 12:30.5 -12:30 012:30.5
    1:2:3:4 1:2: 12:3a 12:30:61 +1:05 0:0.5 -0:0.5 1_0:30
    = << < =a <<< == 2022 2022-06 2022/06 06-11 x 1x x1 1-2 +- - + 1+ é １２
""".split()  # noqa: SIM905 (a table, not a list of quotes)
DATES = ["2022-06-11", "2022-6-1 12:30:00", "2022-06-11T12:30:00Z", "2022-06-11 12:30:00.5 +01"]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_read_as_pyyaml_reads_it(text: str) -> None:
    ours, theirs = resolve_older(text), by_pyyaml(text)
    assert ours == theirs
    assert type(ours) is type(theirs)


@pytest.mark.parametrize(("text", "value"), SINGLE_LETTERS.items())
def test_a_single_letter_is_a_truth_value_in_the_standard_though_not_to_pyyaml(
    text: str, value: object
) -> None:
    assert resolve_older(text) is value
    assert by_pyyaml(text) == text


@pytest.mark.parametrize("text", DATES)
def test_a_date_stays_what_it_is(text: str) -> None:
    assert resolve_older(text) is text


@settings(max_examples=2000)
@given(st.text("0123456789_.:-+eExboaAfFyYnNsS=<", min_size=1, max_size=9))
def test_any_mixture_of_digits_and_signs_is_read_as_pyyaml_reads_it(text: str) -> None:
    theirs = by_pyyaml(text)
    special = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"}
    if text not in SINGLE_LETTERS and text.lstrip("+-") not in special:
        assert resolve_older(text) == theirs
        assert type(resolve_older(text)) is type(theirs)


@pytest.mark.parametrize(("length", "is_number"), [(36, True), (37, False)])
def test_a_word_that_is_too_long_for_a_number_is_left_alone(
    length: int, *, is_number: bool
) -> None:
    text = "1_" + "0" * (length - 2)
    assert (resolve_older(text) is not text) == is_number
