"""What the reading commands begin with: an alliance as it is, or as it was recorded then."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked
from gsca_cli.cli.messages import tell
from gsca_cli.cli.moments import MeetingAgo, Named, beginning_of, moment_of, the_meeting
from gsca_cli.cli.options import open_worktree, the_beginning, the_day, the_root
from gsca_cli.cli.reading import check, unchecked
from gsca_cli.cli.sparse import require_all_files, tell_if_sparse
from gsca_cli.errors import NoDataError, UsageError
from gsca_cli.findings import Severity
from gsca_cli.records.when import When
from gsca_cli.snapshots.repository import DATA
from gsca_cli.snapshots.snapshot import Snapshot

if TYPE_CHECKING:
    # Only a moment starts a process: every other run is spared the machinery for it.
    from gsca_cli.cli.archive import Archive, Recorded


class Then(NamedTuple):
    """What was recorded at a moment, where it comes from, and the day that counts as today.

    Meetings are counted back from the day `met_before`.
    """

    archive: "Archive"
    recorded: "Recorded"
    day: date
    met_before: date


class Opened(NamedTuple):
    """The alliance that is meant, checked, and the day; `past` is None for the files on disk."""

    snapshot: Snapshot
    checked: Checked
    day: date
    past: Then | None = None


class Beginning(NamedTuple):
    """From when on something is new: a date, or the alliance as recorded then, and its name."""

    when: When | None = None
    before: Alliance | None = None
    label: str = ""


def open_at(
    root: Path | None,
    today: str | None,
    at: str | None,
    about: str | None = None,
    *,
    findings: bool = True,
) -> Opened:
    """The alliance on disk, or as it was recorded at a moment; `about` names the record at hand.

    Without `findings`, what is on disk is read and not checked.

    Raises:
        CannotRunError: there is none, it holds no data, or there is no such moment.
        UsageError: the moment makes no sense, or `today` is no day.
    """
    if at is None:
        worktree, day = open_worktree(root), the_day(today)
        tell_if_sparse(worktree)
        checked = check(worktree, day) if findings else Checked(unchecked(worktree, day), ())
        return Opened(worktree, checked, day)
    return _opened(open_past(root, today, at, about))


def _opened(past: Then) -> Opened:
    # Only what is past may follow an older schema.
    from gsca_cli.alliance.older import with_older  # noqa: PLC0415

    with data_of(past):
        checked = check(past.recorded.snapshot, past.day)
    forgiving = checked._replace(alliance=with_older(checked.alliance))
    return Opened(past.recorded.snapshot, forgiving, past.day, past)


def open_recorded(
    root: Path | None, today: str | None, at: str | None, about: str | None = None
) -> Opened:
    """The same for who asks git alone: where nothing is checked out, it is the last commit.

    Raises:
        CannotRunError: there is none, it holds no data, or there is no such moment.
        UsageError: the moment makes no sense, or `today` is no day.
    """
    from gsca_cli.cli.archive import Archive  # noqa: PLC0415 (see above)

    if at is not None or Archive(root).is_checked_out:
        return open_at(root, today, at, about)
    # Nobody has named a moment: the last commit stands for today, as it does in a clone.
    day = the_day(today)
    past = open_past(root, str(day), "HEAD", about)
    return _opened(past._replace(recorded=replace(past.recorded, day=day)))


def open_past(root: Path | None, today: str | None, at: str, about: str | None = None) -> Then:
    """What was recorded at a moment; which commit that is, is told.

    Raises:
        CannotRunError: there is no such moment.
        UsageError: it makes no sense, or `today` is no day.
    """
    from gsca_cli.cli.archive import Archive  # noqa: PLC0415 (see above)

    given = None if today is None else the_day(today)
    archive = Archive(root)
    recorded = archive.at(at, about, given)
    tell(f"as recorded in {recorded.label}")
    day = given or recorded.day
    # Two meetings in one command are counted from the same day, whatever moment the first makes.
    is_meeting = isinstance(moment_of("--at", at), MeetingAgo)
    return Then(archive, recorded, day, the_day(today) if is_meeting else day)


@contextmanager
def data_of(past: Then) -> Iterator[None]:
    """Name the commit, where there is no data.

    Raises:
        NoDataError: there is none.
    """
    try:
        yield
    except NoDataError as error:
        message = f"there is no data in {past.recorded.commit.id[:8]}: no file stands under {DATA}/"
        raise NoDataError(message) from error


def tell_errors(opened: Opened) -> None:
    """Say how many errors the data has, and what shows them."""
    errors = sum(finding.severity is Severity.ERROR for finding in opened.checked.findings)
    if errors:
        tell(f"the data has {errors} error{'s'[: errors > 1]}; `{_validate(opened)}` shows where")


def _validate(opened: Opened) -> str:
    """The command that finds in an alliance what was found in it here."""
    past = opened.past
    usual = past.recorded.day if past else the_day(None)
    today = "" if opened.day == usual else f" --today {opened.day}"
    return f"{validate_at(past)}{today}"


def validate_at(past: Then | None) -> str:
    """The command that finds the mistakes of a moment."""
    return f"gsca validate --at {quote(past.recorded.moment)}" if past else "gsca validate"


def the_since(text: str, opened: Opened, about: str | None, root: Path | None) -> Beginning:
    """From when on something is new: a date, a meeting of the region at hand, or a revision.

    Raises:
        CannotRunError: there is no such moment.
        UsageError: it makes no sense, or is later than the alliance that was opened.
    """
    moment = moment_of("--since", text, spans=True)
    if isinstance(moment, Named):
        return _since_revision(text, moment, opened, root)
    past = opened.past
    if isinstance(moment, MeetingAgo):
        alliance = past.archive.now if past else opened.checked.alliance
        before = past.met_before if past else opened.day
        moment = beginning_of(the_meeting("--since", text, moment, alliance, about, before))
    begin = the_beginning("--since", moment.text)
    if past and begin.earliest and begin.earliest > past.recorded.day:
        raise UsageError(_too_late(text, past))
    if begin.earliest and begin.earliest > opened.day:
        message = f"--since {text} is later than today, which is {opened.day}"
        raise UsageError(message)
    return Beginning(begin)


def _since_revision(text: str, name: Named, opened: Opened, root: Path | None) -> Beginning:
    """What was recorded in a revision, to be compared with what was opened."""
    from gsca_cli.alliance.older import with_older  # noqa: PLC0415 (only what is past needs it)
    from gsca_cli.cli.archive import Archive  # noqa: PLC0415 (see above)

    past = opened.past
    if past is None:
        require_all_files(the_root(root), "add `--at HEAD`")
    before = (past.archive if past else Archive(root)).named(text, name)
    if past and before.commit.time > past.recorded.commit.time:
        raise UsageError(_too_late(text, past))
    alliance = with_older(unchecked(before.snapshot, opened.day, may_be_empty=True))
    _tell_unread(alliance, opened.checked.alliance)
    return Beginning(before=alliance, label=before.label)


def _tell_unread(*sides: Alliance) -> None:
    """Name the files that cannot be compared: a result may have no room for that."""
    if unread := sorted({place.path for side in sides for place in side.left_out}):
        from gsca_cli.render.sentences import few  # noqa: PLC0415 (only a sentence needs it)

        tell(f"{few(unread)} cannot be read on one side: what moved there is not told")


def _too_late(text: str, past: Then) -> str:
    return f"--since {text} is later than --at {past.recorded.moment}"
