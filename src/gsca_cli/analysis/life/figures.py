"""The life of a record as figures."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from gsca_cli.analysis.changes.change import Change, What
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Commit


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit: its id, its day (UTC), who made it, and its first line."""

    id: str
    date: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit did to a record, or what is not committed yet.

    `id` and `path` are those since then, `former` is the id before, where it is another one.
    `mistakes` keep it from being read there; `mended` says that they did so before. `oldest`: the
    clone ends here, so that the record may well be older. `again`: it had been deleted. `became` is
    the id that another record was given then, which had this one's before.
    """

    commit: Committed | None
    what: What
    id: str
    path: str
    former: str = ""
    mistakes: int = 0
    mended: bool = False
    oldest: bool = False
    again: bool = False
    became: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to a record, or to the part at a route, newest first.

    `layout` is how many commits changed nothing that the record says. `seen_at` is the last
    revision that shows it, if it is gone and there is one.
    """

    kind: Kind
    id: str
    name: str
    path: str
    route: str
    events: tuple[Event, ...]
    layout: int
    seen_at: str = ""


def committed(commit: Commit) -> Committed:
    """What readers are told of a commit."""
    return Committed(commit.id, _day(commit.time), commit.author, commit.subject)


def _day(time: int) -> str:
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=time)).date().isoformat()
    except OverflowError:
        # A commit can claim any time; no calendar has this one.
        return "undated"
