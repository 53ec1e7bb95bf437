"""What moved of the ladders themselves: steps that a track has now, or has no more."""

from collections.abc import Iterator
from dataclasses import replace

from gsca_cli.alliance.brief import TrackBrief
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.earlier import Earlier
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.lines import MovedLine, whole
from gsca_cli.analysis.moved.moved import Moved
from gsca_cli.analysis.steps import step_name
from gsca_cli.records.track import Track


def rung_moved(edition: Edition, track: TrackBrief, step: str) -> Moved | None:
    """Is a step new on a track, or no longer there? Only a comparison can say so."""
    earlier = edition.earlier
    then = _then(earlier, track) if earlier else None
    if then is None or (step in then.steps) == (step in track.steps):
        return None
    return Moved(What.ADDED if step in track.steps else What.REMOVED)


def ladder_lines(edition: Edition, track: TrackBrief) -> Iterator[MovedLine]:
    """The steps that are new on a track, then those that are no longer there."""
    earlier = edition.earlier
    then = _then(earlier, track) if earlier else None
    for step in dict.fromkeys((*track.steps, *(then.steps if then else ()))):
        if moved := rung_moved(edition, track, step):
            name = _name(edition, then if moved.what is What.REMOVED else None, step)
            yield replace(whole(edition, track, moved.what), at=f"steps.{step}", part=name)


def _then(earlier: Earlier, track: TrackBrief) -> TrackBrief | None:
    """A track of today as it was; None if nobody knows, or if all of it is new."""
    if not earlier.knows(track):
        return None
    return earlier.track(track.id)


def _name(edition: Edition, then: TrackBrief | None, step: str) -> str:
    """What a step is called, or was called on a track as it was."""
    record = edition.earlier.alliance.entry(then).record if edition.earlier and then else None
    if not isinstance(record, Track):
        return step_name(edition, step).name
    return next(edition.text(each.name) for each in record.steps if each.id == step)
