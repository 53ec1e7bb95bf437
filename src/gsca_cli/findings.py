"""What a check or a parse reports, and where."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, NamedTuple

Route = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a finding matters: an error fails the run, a warning fails it under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for what matters most."""
        return _RANKS[self]


_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}

UNSEEN: Final = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ufeff\ufffe\uffff"
)
"""What cannot be seen or steers a terminal, as a class of a pattern: no tab and no line break.

Records and templates may not hold it, and nothing that gsca writes lets it through.
"""

LONGEST_SHOWN: Final = 60
"""As much of a value as a message shows."""


class Location(NamedTuple):
    """A place in a file.

    Lines and columns count from 1, columns in code points. `end_column` is the column after the
    last character, on the same line.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Related(NamedTuple):
    """Another place that a finding is about, and what stands there: `first given here`."""

    location: Location
    message: str


class PutValue(NamedTuple):
    """Put a value in place of the one that stands at a route."""

    route: Route
    old: Any
    new: Any


class RenameKey(NamedTuple):
    """Give the key at a route another name."""

    route: Route
    name: str


class PutInQuotes(NamedTuple):
    """Put quotes around the word at a route, or around its key."""

    route: Route
    key: bool = False


class ReplaceText(NamedTuple):
    """Replace a piece of what is written at a place; it must stand there, and only once."""

    at: Location
    old: str
    new: str


class PutTogether(NamedTuple):
    """Put quotes around a text that was cut up, and stands at a place as it is meant.

    It is the value at a route then; the pieces, which were taken for keys beside it, are gone.
    """

    at: Location
    text: str
    route: Route
    pieces: tuple[str, ...]


class RenameFile(NamedTuple):
    """Give the file another path."""

    path: str


Mend = PutValue | RenameKey | PutInQuotes | ReplaceText | PutTogether | RenameFile
"""A cure that can be applied as it is: what was meant is certain, and nothing is lost by it."""


class Finding(NamedTuple):
    """One problem, where it is, and what to do about it.

    The message says what is wrong, the hint how to cure it; neither names a line: other places
    are `related`. The excerpt is the line of the file, without its end. The mend is the cure in
    a form that `gsca fix` applies, where one is certain.
    """

    code: str
    severity: Severity
    location: Location
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    excerpt: str = ""
    mend: Mend | None = None

    @property
    def rank(self) -> tuple[str, int, Location, str, str]:
        """Findings are shown in this order: by file, and there the most important first."""
        where = self.location
        return (where.path, self.severity.rank, where, self.code, self.message)


class Allowed(NamedTuple):
    """A finding that a comment allows, and the reason that the comment gives."""

    finding: Finding
    reason: str


def dotted(route: Route) -> str:
    """A route as people write it: `steps.plan.since`."""
    return ".".join(str(part) for part in route)


def shown(value: object) -> str:
    """A value as a message shows it: on one line, printable, and not too long."""
    if isinstance(value, bool):
        value = "true" if value else "false"
    text = str(getattr(value, "written", value)).replace("\n", " ").replace("\r", " ")
    text = printable(text)
    return f"`{text[:LONGEST_SHOWN]}{'…' if len(text) > LONGEST_SHOWN else ''}`"


def joined(names: Iterable[str], word: str = "and") -> str:
    """Names as a sentence lists them, with a word before the last one."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def in_single_quotes(text: str) -> str:
    """A text in the quotes in which nothing but an apostrophe needs care."""
    return "'" + text.replace("'", "''") + "'"


def printable(text: str) -> str:
    """A text that cannot disturb a terminal or a log: what is invisible shows as its code.

    So does the beginning of a command that a log of GitHub would obey anywhere in a line.
    """
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else _code(letter) for letter in text)
    return text.replace("##[", "#\\u0023[")


def _code(letter: str) -> str:
    return " " if letter == "\t" else f"\\u{ord(letter):04x}"
