"""The handwritten alliance: clean, read alike by both readers, and as odd as people write."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from gsca import Gsca
from pydantic import BaseModel
from yaml import SequenceStartEvent

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.records.catalogue import MODELS
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.worktree import Worktree

HANDWRITTEN = Path(__file__).parent / "alliances" / "handwritten"
PATHS = sorted(path.relative_to(HANDWRITTEN).as_posix() for path in HANDWRITTEN.rglob("*.y*ml"))

KINDS: Any = libyaml_reader().kinds


class Collection(NamedTuple):
    """A list or a map of a file, and the one around it, as the events of a reader."""

    start: Any
    end: Any
    around: Any

    @property
    def lines(self) -> int:
        return int(self.end.end_mark.line - self.start.start_mark.line) + 1

    @property
    def step(self) -> int:
        """How much deeper a block stands than the block around it; -1 where there is none."""
        if self.around is None or self.start.flow_style or self.around.flow_style:
            return -1
        return int(self.start.start_mark.column - self.around.start_mark.column)

    def is_list(self) -> bool:
        return isinstance(self.start, SequenceStartEvent)


@dataclass(frozen=True)
class Written:
    """One file as it is written."""

    content: bytes

    @cached_property
    def text(self) -> str:
        """Without a BOM, and with LF alone, so that a pattern need not think of them."""
        return self.content.decode("utf-8-sig").replace("\r\n", "\n")

    @cached_property
    def events(self) -> list[Any]:
        return list(libyaml_reader().events(self.text))

    @cached_property
    def collections(self) -> list[Collection]:
        return list(self._collections())

    def _collections(self) -> Iterator[Collection]:
        opened: list[Any] = []
        for event in self.events:
            if isinstance(event, KINDS.mapping_start | SequenceStartEvent):
                opened.append(event)
            elif isinstance(event, KINDS.mapping_end | KINDS.sequence_end):
                start = opened.pop()
                yield Collection(start, event, opened[-1] if opened else None)

    def scalars(self, style: str, *, over_lines: bool = False) -> list[Any]:
        """The values and keys in a style: `|`, `>`, both quotes, or none."""
        return [
            event
            for event in self.events
            if isinstance(event, KINDS.scalar)
            and (event.style or "") == style
            and not (over_lines and event.start_mark.line == event.end_mark.line)
        ]

    def steps(self) -> set[int]:
        """The depths by which maps are indented below maps, and lists below their keys."""
        return {each.step for each in self.collections if each.step > 0}


WRITTEN = {path: Written((HANDWRITTEN / path).read_bytes()) for path in PATHS}

Shows = Callable[[Written], object]


def matches(pattern: str) -> Shows:
    found = re.compile(pattern, re.MULTILINE)
    return lambda written: found.search(written.text)


def in_bytes(pattern: bytes) -> Shows:
    found = re.compile(pattern)
    return lambda written: found.search(written.content)


FEATURES: Mapping[str, tuple[int, Shows]] = {
    # The ends of lines and of files, and what is before the first letter.
    "CRLF": (40, in_bytes(rb"\r\n")),
    "LF and CRLF in one file": (1, in_bytes(rb"(?s)\A.*(\r\n.*[^\r]\n|[^\r]\n.*\r\n)")),
    "a byte order mark": (18, in_bytes(rb"\A\xef\xbb\xbf")),
    "no end of the last line": (25, in_bytes(rb"[^\n]\Z")),
    "several empty lines at the end": (20, in_bytes(rb"\n\r?\n\Z")),
    "empty lines at the start": (2, matches(r"\A\n")),
    "dashes before the record": (14, matches(r"^---( |$)")),
    "spaces at the end of a line": (15, matches(r" $")),
    "letters outside ASCII": (150, lambda written: not written.text.isascii()),
    "letters outside the first plane": (6, matches("[\U00010000-\U0010ffff]")),
    # Texts.
    "a literal text": (30, lambda written: written.scalars("|")),
    "a folded text": (30, lambda written: written.scalars(">")),
    "a text that keeps its last lines": (3, matches(r"[|>][1-9]?\+$")),
    "a text that names its indent": (6, matches(r"[|>][+-]?[1-9][+-]?$")),
    "a comment behind the sign of a text": (3, matches(r"[|>][+-]? +#")),
    "single quotes": (60, lambda written: written.scalars("'")),
    "double quotes": (80, lambda written: written.scalars('"')),
    "a plain text over lines": (8, lambda written: written.scalars("", over_lines=True)),
    "single quotes over lines": (3, lambda written: written.scalars("'", over_lines=True)),
    "double quotes over lines": (6, lambda written: written.scalars('"', over_lines=True)),
    "a line end that is escaped": (4, matches(r"\\$")),
    "an escaped letter": (8, matches(r'"[^"\n]*\\[xuU]')),
    "a doubled quote": (10, matches(r"'[^'\n]*''[^'\n]*'")),
    "a key in quotes": (10, matches(r"""^ *(?:"[^"\n]+"|'[^'\n]+') *:(?: |$)""")),
    # Maps and lists.
    "a list that is not indented": (
        30,
        lambda written: any(each.is_list() and each.step == 0 for each in written.collections),
    ),
    "a list that is indented": (
        60,
        lambda written: any(each.is_list() and each.step > 0 for each in written.collections),
    ),
    "several spaces behind a dash": (15, matches(r"^ *-  +\S")),
    "a list in a list": (1, matches(r"^ *- - ")),
    "a key behind a question mark": (6, matches(r"^ *\? ")),
    "a space before a colon": (8, matches(r"""^ *[\w'"]+ +:(?: |$)""")),
    "several spaces behind a colon": (20, matches(r"^ *\w+:  +[^ #]")),
    "one space of indent": (8, lambda written: 1 in written.steps()),
    "three spaces of indent": (10, lambda written: 3 in written.steps()),
    "four spaces of indent": (40, lambda written: 4 in written.steps()),
    "six spaces of indent": (8, lambda written: 6 in written.steps()),
    "several depths of indent": (30, lambda written: len(written.steps()) > 1),
    "flow style over lines": (
        20,
        lambda written: any(
            each.start.flow_style and each.lines > 1 for each in written.collections
        ),
    ),
    "a comma before the end": (5, matches(r", *\n? *[\]}]")),
    "a comment in flow style": (6, matches(r"[\[{,][^\]}\n]* #")),
    "a key with nothing in flow style": (6, matches(r"\w: ?[,}]")),
    "an empty map or list": (15, matches(r"\{ ?\}|\[ ?\]")),
    "a value below its key": (8, matches(r"^( *)[\w-]+:\n\1 +[^ #?\n-][^:\n]*\n")),
    # Comments.
    "a comment on a line of its own": (50, matches(r"^ *#")),
    "a comment behind a value": (40, matches(r"^[^#\n]*[^\s:#] +# ?\w")),
    "a comment behind a key": (12, matches(r"^ *[\w-]+ *: +#")),
    "a comment at the end": (8, matches(r"^ *#[^\n]*\s*\Z")),
    "a line for the editor": (4, matches("^# yaml-language-server: ")),
    "a comment that allows a finding": (4, matches("# gsca: allow .* because ")),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_it_is_odd(feature: str) -> None:
    least, shows = FEATURES[feature]
    assert sum(bool(shows(written)) for written in WRITTEN.values()) >= least


def test_it_is_large() -> None:
    assert len(PATHS) > 330


def test_it_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    ran = Gsca(capsys, HANDWRITTEN)("validate", "--strict")
    assert ran.code == 0, ran.out


@pytest.mark.parametrize("path", PATHS)
def test_both_readers_read_it_alike(path: str) -> None:
    content = WRITTEN[path].content
    fast = parse(path, content, libyaml_reader())
    assert isinstance(fast, Document)
    assert fast == parse(path, content, ruamel_reader())


def test_it_uses_every_field() -> None:
    used: dict[type[BaseModel], set[str]] = {}
    for entry in entries():
        for _, value in entry.parts:
            if isinstance(value, BaseModel):
                used.setdefault(type(value), set()).update(value.model_fields_set)
    assert set(MODELS.values()) <= set(used)
    assert {model.__name__: set(model.model_fields) - fields for model, fields in used.items()} == {
        model.__name__: set() for model in used
    }


def entries() -> Iterator[Entry]:
    snapshot = Worktree(HANDWRITTEN)
    for path in PATHS:
        place = identify(path)
        assert isinstance(place, RecordPath)
        entry = read_file(snapshot, place)
        assert isinstance(entry, Entry)
        yield entry
