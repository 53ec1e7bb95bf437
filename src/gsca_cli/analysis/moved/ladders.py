"""What moved of the ladders themselves: steps that a track has, and the track of a region."""

from collections.abc import Iterator
from dataclasses import replace

from gsca_cli.alliance.brief import RegionBrief, TrackBrief
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.earlier import Earlier
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.lines import MovedLine, called, whole
from gsca_cli.analysis.moved.moved import Moved
from gsca_cli.analysis.steps import step_name
from gsca_cli.kinds import Kind
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


def followed_lines(
    edition: Edition, region: RegionBrief, track: TrackBrief | None = None
) -> Iterator[MovedLine]:
    """That a region follows another track than before, or none; or only that it is a given one.

    Only a comparison can say so; of a region that is all new, it is not told.
    """
    earlier = edition.earlier
    then = earlier.region(region.id) if earlier and earlier.knows(region) else None
    if earlier is None or then is None:
        return
    former = earlier.former(Kind.TRACK, region.track) if region.track else None
    about = earlier.former(Kind.TRACK, track.id) if track else None
    if former == then.track or (track and about not in {former, then.track}):
        return
    what = What.MOVED if then.track and former else What.ADDED if former else What.REMOVED
    before, after = (
        called(edition, Kind.TRACK, key) if key else "" for key in (then.track, region.track)
    )
    yield replace(
        whole(edition, region, what),
        at="track",
        part=after or before,
        before=before if after else "",
        after=after if before else "",
    )


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
