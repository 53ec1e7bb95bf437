"""What a check is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.findings import Location, Route, Severity
from gsca_cli.records.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know beside the data: what the alliance shares, and the day.

    While `gsca.yaml` cannot be read, `settings_known` is false: nobody should be told of mistakes
    that follow from that one.
    """

    settings: Settings
    today: date
    settings_known: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that breaks a rule, at a route of the entry or at a place in some file."""

    at: Route | Location
    message: str
    hint: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: it looks at one entry at a time, or judges the whole alliance."""

    code: str
    severity: Severity
    look: Callable[[Entry, Context], Iterator[Problem]] | None = None
    judge: Callable[[Alliance, Context], Iterator[Problem]] | None = None
