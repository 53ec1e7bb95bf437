"""From what somebody types to the one record that is meant."""

from collections.abc import Sequence
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.nearest import did_you_mean, folded
from gsca_cli.errors import CannotRunError, NoSuchRecordError, UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath


class Found(NamedTuple):
    """A record, and whether it was asked for by an id that it no longer has."""

    brief: Brief
    former: bool = False


def find(alliance: Alliance, text: str, validate: str = "gsca validate") -> Found:
    """The record of an id, or of `kind/id`; `validate` is the command that finds mistakes in it.

    Raises:
        NoSuchRecordError: there is none.
        UsageError: several kinds have one.
        CannotRunError: there is one, but its file cannot be read.
    """
    kinds, key = kinds_in(text)
    current = [alliance.of(each)[key] for each in kinds if key in alliance.of(each)]
    if len(current) == 1:
        return Found(current[0])
    if current:
        keys = " or ".join(f"`{brief.key}`" for brief in current)
        message = f"`{key}` is the id of {len(current)} records: write {keys}"
        raise UsageError(message)
    if place := left_out(alliance, text):
        message = f"{place.path} could not be read; `{validate}` says why"
        raise CannotRunError(message)
    former = [
        brief for each in kinds for brief in alliance.of(each).values() if key in brief.former_ids
    ]
    if len(former) == 1:
        return Found(former[0], former=True)
    message = f"no record {shown(text)}{_meant(alliance, kinds, key)}"
    raise NoSuchRecordError(message)


def left_out(alliance: Alliance, text: str) -> RecordPath | None:
    """Where the record of an id stands whose file cannot be read; None if no such one is meant."""
    kinds, key = kinds_in(text)
    if any(key in alliance.of(kind) for kind in kinds):
        return None
    places = (each for each in alliance.left_out if each.id == key and each.kind in kinds)
    return next(places, None)


def kinds_in(text: str) -> tuple[Sequence[Kind], str]:
    """The kinds of which a record may be that somebody typed, and its id."""
    kind, slash, key = text.rpartition("/")
    return [each for each in Kind if not slash or kind in {each, each.plural}], key


def _meant(alliance: Alliance, kinds: Sequence[Kind], key: str) -> str:
    """The record that is called so, or else the one with the nearest id."""
    briefs = [brief for kind in kinds for brief in alliance.of(kind).values()]
    for brief in sorted(briefs, key=lambda each: each.id != folded(key)):
        names = {folded(name) for name in (brief.id, *brief.names.values(), *brief.aliases)}
        if folded(key) in names:
            return f"; did you mean `{brief.id}`?"
    near = did_you_mean(key, (brief.id for brief in briefs))
    if near or "," in key:
        return near or "; give one id"
    listed = kinds[0].plural if len(kinds) == 1 else "KIND"
    return f"; `gsca list {listed}` shows what there is"
