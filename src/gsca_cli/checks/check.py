"""What a check is."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.findings import Location, Mend, Route, Severity
from gsca_cli.records.settings import Settings
from gsca_cli.records.values import When


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know beside the data: what the alliance shares, and the day.

    While `gsca.yaml` cannot be read, `settings_known` is false: nobody should be told of mistakes
    that follow from that one. `codes` are the codes of all checks.
    """

    settings: Settings
    today: date
    settings_known: bool = True
    codes: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that breaks a rule, at a route of the entry or at a place in some file.

    `key` asks for the place of the key there. `related` are other places, each with a few words
    on what stands there. `mend` is the cure of the hint as `gsca fix` applies it, where it is
    certain. `since` is the first day on which it is a problem, where it is not one on any day: then
    the message must not name today.
    """

    at: Route | Location
    message: str
    hint: str = ""
    key: bool = False
    related: tuple[tuple[Route | Location, str], ...] = ()
    mend: Mend | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule: it looks at one entry, judges the whole alliance, or surveys the names of files.

    A look that goes by the day gives problems of days to come too, each with its `since`; or it
    says when a date `turns`: what it finds on one day, it finds until one of the dates has.

    It equals itself alone, so that a list of all of them is found fast where it is a key.
    """

    code: str
    severity: Severity
    look: Callable[[Entry, Context], Iterator[Problem]] | None = None
    judge: Callable[[Alliance, Context], Iterator[Problem]] | None = None
    survey: Callable[[Sequence[str]], Iterator[Problem]] | None = None
    turns: Callable[[When], date | None] | None = None
