"""What git knows of one record, for the commands that look back."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.lookup import find, kinds_in, left_out
from gsca_cli.analysis.identity.following import new_ids
from gsca_cli.analysis.life.life import Now
from gsca_cli.analysis.life.moved_from import moved_from
from gsca_cli.analysis.life.past import Chronicle, Past, open_chronicle
from gsca_cli.analysis.life.versions import Held
from gsca_cli.cli.archive import Archive
from gsca_cli.cli.messages import tell
from gsca_cli.cli.opening import Opened
from gsca_cli.errors import NoSuchRecordError
from gsca_cli.records.new_ids import NewIds
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.sparse import is_sparse


class Sought(NamedTuple):
    """A record: where it stands or stood, what the files say of it now, and its past.

    Of a file that cannot be read, `now` is the number of its mistakes.
    """

    place: RecordPath
    now: Now
    past: Past


def chronicle_of(archive: Archive, alliance: Alliance | None = None) -> Chronicle:
    """What git knows of all records, from the last commit backwards.

    What they name goes by the ids that the alliance has now.

    Raises:
        CannotRunError: git, the repository or a commit is not there.
    """
    git = archive.git
    return open_chronicle(git, git.commit("HEAD"), archive.folder, _ids(alliance))


def _ids(alliance: Alliance | None) -> NewIds | None:
    return new_ids(alliance) if alliance else None


def chronicle_at(opened: Opened, root: Path | None, alliance: Alliance | None = None) -> Chronicle:
    """What git knows of all records, from the moment that was opened backwards.

    What they name goes by the ids that the alliance has now.

    Raises:
        CannotRunError: git, the repository or a commit is not there.
    """
    if opened.past is None:
        return chronicle_of(Archive(root), alliance)
    archive = opened.past.archive
    commit = opened.past.recorded.commit.id
    return open_chronicle(archive.git, commit, archive.folder, _ids(alliance))


def sought(alliance: Alliance, chronicle: Chronicle, key: str) -> Sought:
    """The record of an id, be it one that is gone.

    Raises:
        UsageError: there is none, nor has there ever been one; or several kinds have one.
        CannotRunError: git cannot say.
    """
    if place := left_out(alliance, key):
        tell(f"{place.path} cannot be read as it is now; `gsca validate` says why")
        now = chronicle.versions.at_hand(alliance.snapshot, place)
        return Sought(place, now, _followed(chronicle, place) or Past(chronicle, place, None))
    try:
        found = find(alliance, key)
    except NoSuchRecordError:
        if (gone := _gone(alliance, chronicle, key)) is None:
            raise
        return gone
    if found.former:
        tell(f"`{key}` is called `{found.brief.id}` now")
    return past_of(alliance, chronicle, found.brief)


def past_of(alliance: Alliance, chronicle: Chronicle, brief: Brief) -> Sought:
    """A record that is there, and its past."""
    place = RecordPath(brief.path, brief.kind, brief.id)
    now = chronicle.versions.read(alliance.entry(brief))
    past = _followed(chronicle, place, brief.former_ids)
    if past is None and (moved := moved_from(chronicle, now)):
        past = Past(chronicle, moved, chronicle.held(moved))
    return Sought(place, now, past or Past(chronicle, place, None))


def _followed(chronicle: Chronicle, place: RecordPath, former: Iterable[str] = ()) -> Past | None:
    """The past of a record that the commit has; None if it does not know of the record."""
    if content := chronicle.held(place):
        return Past(chronicle, place, content)
    # It may stand elsewhere in the commit: a new id or folder is not committed yet.
    for key in (place.id, *former):
        last = chronicle.last_place([place.kind], key)
        if last is None or (last.id != place.id and (chronicle.git.folder / last.path).exists()):
            # What still stands under an id of its own is another record.
            continue
        if held := chronicle.held(last):
            return Past(chronicle, last, held)
    return None


def _gone(alliance: Alliance, chronicle: Chronicle, key: str) -> Sought | None:
    """A record that is not there any more, or that has another id without saying so."""
    kinds, last = kinds_in(key)
    place = chronicle.last_place(kinds, last)
    if place is None:
        return None
    if place.id == last:
        content = chronicle.held(place)
        is_there = content and is_sparse(chronicle.git.folder)
        now = chronicle.versions.of(Held(place, content)) if content and is_there else None
        return Sought(place, now, Past(chronicle, place, content))
    tell(f"`{key}` is called `{place.id}` since")
    return sought(alliance, chronicle, f"{place.kind}/{place.id}")
