"""libyaml's events, ruamel.yaml's events and ruamel.yaml's own loader: one truth."""

from typing import Any

from documents.texts import PATH, read
from documents.yaml_texts import records, written
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse

# Pieces whose mixtures are mostly wrong, and sometimes surprisingly right.
PIECES = st.sampled_from(
    [
        *("a", "b: ", "- ", "\n", "\n  ", "\n    ", " ", ": ", ":", ", ", ",", "[", "]", "{", "}"),
        *("'", '"', "#", " # c", "|", "|\n  x", ">", "> \n", "-", "---", "...", "\\", "\\n", "?"),
        *("? ", "!", "&", "*", "%", "@", "`", "1", "1.5", "NO", "null", "~", "é", "加", "👍"),
        *("\r\n", "0x1f", "012", "<<", "=", "2022-06-01", "a: ", "'a': ", '"b": ', "k: v\n"),
        *("  x: y\n", "- z\n", "\\x41", "\\u00e9", "''", "1_000", "-.5", "+1"),
    ]
)


@settings(max_examples=1000)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_both_readers_accept_the_same_texts_with_the_same_places(text: str) -> None:
    fast = parse(PATH, text.encode(), libyaml_reader())
    slow = parse(PATH, text.encode(), ruamel_reader())
    if isinstance(fast, Document):
        assert fast == slow
    else:
        assert not isinstance(slow, Document)


@settings(max_examples=200)
@given(records().flatmap(lambda data: st.tuples(st.just(data), written(data))))
def test_what_a_person_writes_is_read_as_it_is_meant(case: tuple[dict[str, Any], str]) -> None:
    data, text = case
    document = read(text, libyaml_reader())
    assert document.data == data
    assert document == read(text, ruamel_reader())


@settings(max_examples=200)
@given(records().flatmap(written))
def test_the_reference_reader_finds_the_same_values(text: str) -> None:
    assert read(text).data == reference(text)


@settings(max_examples=500)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_the_reference_reader_agrees_on_whatever_is_accepted(text: str) -> None:
    document = parse(PATH, text.encode())
    if isinstance(document, Document):
        assert document.data == reference(text)


def reference(text: str) -> Any:
    """What ruamel.yaml loads; a date is text to us, and so is a number with underscores."""
    yaml = YAML(typ="safe", pure=True)
    constructors = yaml.constructor.yaml_constructors
    constructors |= {
        "tag:yaml.org,2002:timestamp": lambda _, node: node.value,
        "tag:yaml.org,2002:int": lambda loader, node: (
            node.value if "_" in node.value else loader.construct_yaml_int(node)
        ),
        "tag:yaml.org,2002:float": lambda loader, node: (
            node.value if "_" in node.value else loader.construct_yaml_float(node)
        ),
        "tag:yaml.org,2002:value": lambda _, node: node.value,
        "tag:yaml.org,2002:merge": lambda _, node: node.value,
    }
    return yaml.load(text)
