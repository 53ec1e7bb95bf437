"""What a check is."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.ladders import Climb, Ladders, StepGroup, Walker
from gsca_cli.alliance.settings import Settings
from gsca_cli.findings import Location, Mend, Route, Severity
from gsca_cli.records.when import When

NEVER: Final = date.max
ANY_DAY: Final = date.min
"""From which day on a check may find something."""


def unless(certain: object) -> date:
    """It never finds anything if something is certain; else it may on any day."""
    return NEVER if certain else ANY_DAY


def never(_: Glance, __: "Context") -> date:
    """It finds nothing in what can be read at a glance."""
    return NEVER


def always(_: Glance, __: "Context") -> date:
    """It may find something in any record, on any day."""
    return ANY_DAY


class Context(NamedTuple):
    """What a check may know beside the data: what the alliance shares, and the day.

    While `gsca.yaml` cannot be read, `settings_known` is false: nobody should be told of mistakes
    that follow from that one. `codes` are the codes of all checks.
    """

    settings: Settings
    today: date
    settings_known: bool = True
    codes: Collection[str] = ()


class Steps(NamedTuple):
    """What a city or a region says of its steps, each track that it walks in its order.

    `groups` are all that it says, whatever the track.
    """

    walker: Walker
    groups: Sequence[StepGroup]
    climbs: Sequence[Climb]


class Problem(NamedTuple):
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

    Or it follows each city and region along its ladders, once all are linked: that is gone through
    once for all checks that do.

    A look that goes by the day gives problems of days to come too, each with its `since`; or it
    says when a date `turns`: what it finds on one day, it finds until one of the dates has.

    Most records are only glanced at. A look that goes by the lines of the file, one by one, tells
    whether it `suspects` any of some lines, that are given in one text: if it suspects one alone,
    it does so among others. One that goes by each date alone, and its field, tells from which day
    on it `finds_at` it. One that goes by texts, dates and states, map by map, tells from which day
    on it `finds_in` a part of a glance; that is asked once for parts that files share. Any other
    tells from which day on it `finds_from` the whole of it. Where a look tells none of these, all
    records are looked at closely.

    It equals itself alone, so that a list of all of them is found fast where it is a key.
    """

    code: str
    severity: Severity
    look: Callable[[Entry, Context], Iterator[Problem]] | None = None
    judge: Callable[[Alliance, Context], Iterator[Problem]] | None = None
    survey: Callable[[Sequence[str]], Iterator[Problem]] | None = None
    follow: Callable[[Ladders, Steps, Context], Iterator[Problem]] | None = None
    turns: Callable[[When], date | None] | None = None
    suspects: Callable[[str], bool] | None = None
    finds_at: Callable[[str, When, date], date] | None = None
    finds_in: Callable[[Seen, Context], date] | None = None
    finds_from: Callable[[Glance, Context], date] | None = None
