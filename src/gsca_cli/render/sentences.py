"""What changed, in sentences: plain text, to be escaped for where it is shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from gsca_cli.analysis.changes.change import MOVES, Change, Detail, Lost, Proof, RecordChanges, What
from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.findings import LONGEST_SHOWN, dotted, joined
from gsca_cli.render.markdown import when

_TOLD: Final = {
    What.SELECTED: "selected {}",
    What.PRACTISED: "practises {}, but is not known to have chosen it",
    What.WITHDRAWN: "withdrew {}",
    What.JOINED: "joined {}",
    What.LEFT: "left {}",
    What.ADDED: "tracks {}",
    What.REMOVED: "no longer tracks {}",
}


def headline(record: RecordChanges) -> str:
    """What happened to a record as a whole; nothing if only parts of it changed."""
    match record.what:
        case What.ADDED:
            return f"new {record.kind}"
        case What.REMOVED:
            return f"deleted{_loss(record.lost)}{_still_named(record)}"
        case What.RENAMED:
            return f"has the id {record.id} now, before: {record.former}{_break(record)}"
    return ""


def _loss(lost: Lost | None) -> str:
    """What goes with a city, in a few words."""
    if lost is None:
        return ""
    found = [
        _counted(lost.selections, "selection"),
        _counted(lost.completed, "completed step"),
        f"its place in {few(lost.places)}" if lost.places else "",
    ]
    told = [each for each in found if each]
    return f", and with it {joined(told)}" if told else ""


def _counted(names: Sequence[str], what: str) -> str:
    if not names:
        return ""
    return f"{len(names)} {what}{'' if len(names) == 1 else 's'} ({few(names)})"


def _still_named(record: RecordChanges) -> str:
    return f", but still named by {few(record.referrers)}" if record.referrers else ""


def _break(record: RecordChanges) -> str:
    """What goes wrong where a record has another id now, and the cure."""
    if record.is_announced:
        return _still_named(record)
    still = f", and it is still named by {few(record.referrers)}" if record.referrers else ""
    return (
        f"; `former_ids` does not say so: links to {record.former} break{still}; add "
        f"`former_ids: [{record.former}]` (`gsca rename` does so by itself)"
    )


def few(names: Sequence[str], most: int = 3) -> str:
    """The first of some names, and how many more there are."""
    more = len(names) - most
    return joined([*names[:most], f"{more:,} more"] if more > 0 else names)


def sentence(change: Change) -> str:
    """What happened to a part of a record, in the words of the alliance."""
    if change.what is What.UNREAD:
        values = "; ".join(_value(change, each) for each in change.values)
        return f"{change.part}, which gsca does not read: {values}"
    if change.what is What.CHANGED:
        told = [*_others(change), *map(_detail, change.details)]
        return f"{change.part}{_within(change)}: {'; '.join(told)}" if told else change.part
    more = [each for each in (when(change.when), *map(_detail, change.details)) if each]
    if change.what in MOVES:
        more += _others(change)
    return f"{_told(change)} ({', '.join(more)})" if more else _told(change)


def _detail(detail: Detail) -> str:
    """What a state has lost and gained of evidence or sources: what is lost is always named."""
    lost, gained = (few([*map(_short, each)]) for each in (detail.lost, detail.gained))
    if lost:
        return f"{detail.of}: {lost} -> {gained}" if gained else f"{detail.of} removed: {lost}"
    return "evidence attached" if detail.of is Proof.EVIDENCE else f"source added: {gained}"


def sentence_of_cell(change: Change) -> str:
    """The same, for who knows already which part it is."""
    if change.what not in {*MOVES, What.CHANGED}:
        return sentence(change)
    return sentence(replace(change, part="", within="")).lstrip(":, ") or "changed"


def _within(change: Change) -> str:
    return f" for {change.within}" if change.within else ""


def _told(change: Change) -> str:
    """What happened, without its date and details."""
    if change.what in MOVES:
        before, after = (word or "no status" for word in (change.before, change.after))
        return f"{change.part}{_within(change)}, {before} -> {after}"
    if change.what is What.DATED:
        return f"{change.part}{_within(change)} moved, status: {change.after or 'none'}"
    if change.what is What.UNLISTED and change.at.startswith(("regions.", "programmes.")):
        # It is the city that is gone from there, not the other way round.
        return f"no longer listed in {change.part}"
    told = _TOLD.get(change.what, "{} is no longer on record").format(change.part)
    match change.what:
        case What.SELECTED if change.after:
            return f"{told}, {change.after}"
        case What.JOINED if change.after:
            return f"{told} as {change.after}"
    return f"{told}{_within(change)}"


def _others(change: Change) -> list[str]:
    """The values that differ and are not told already, each below the part."""
    return [_value(change, each) for each in change.values if not _is_told(change, each)]


def _is_told(change: Change, value: ValueChange) -> bool:
    """Is it the status of a move, its date, or what its details speak of?"""
    field, at = value.route[-1], dotted(value.route)
    is_its_own = field in {"status", "since"} or at in {change.at, f"{change.at}.role"}
    if change.what in MOVES and is_its_own:
        return True
    return bool(change.details) and field in {"evidence", "sources"}


def _value(change: Change, value: ValueChange) -> str:
    name = dotted(value.route).removeprefix(change.at).removeprefix(".")
    if value.before is not None and value.after is not None:
        told = f"{_short(value.before)} -> {_short(value.after)}"
        return f"{name}: {told}" if name else told
    came = value.before is None
    told = _short(value.after if came else value.before)
    done = "added" if came else "removed"
    return f"{name} {done}: {told}" if name else f"{done} {told}"


def _short(value: Any) -> str:
    """As much of a value as a sentence shows."""
    text = _text(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _text(value: Any) -> str:
    match value:
        case {"text": text}:
            return _text(text)
        case {"name": name} if len(value) == 1:
            return _text(name)
        case dict():
            return ", ".join(f"{key} {_text(each)}" for key, each in value.items())
        case list():
            return ", ".join(map(_text, value))
        case bool():
            return "yes" if value else "no"
    return when(str(value))
