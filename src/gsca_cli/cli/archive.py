"""The git repository of an alliance: what its commits hold, and what stands there now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.cli.moments import (
    MeetingAgo,
    Named,
    beginning_of,
    moment_of,
    perhaps_meant,
    the_meeting,
)
from gsca_cli.cli.options import open_worktree, the_beginning, the_day, the_root, whole_path
from gsca_cli.cli.reading import unchecked
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import LONGEST_SHOWN, printable
from gsca_cli.records.when import When
from gsca_cli.snapshots.git import Commit, Git
from gsca_cli.snapshots.no_revision import GIVE_ONE
from gsca_cli.snapshots.repository import MARKER, find_git, folder_in_repository
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.worktree import Worktree

_SECOND_DAY = date(1, 1, 2)
_END_OF_A_DAY = time(23, 59, 59, tzinfo=UTC)
_LAST_SECOND = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())


@dataclass(frozen=True, slots=True)
class Recorded:
    """The files of a commit, and the day that it stands for; `moment` is how `--at` names it."""

    moment: str
    commit: Commit
    snapshot: Revision
    day: date

    @property
    def label(self) -> str:
        """The commit in words."""
        return label_of(self.commit)


def label_of(commit: Commit) -> str:
    """A commit in words: its id, its day, and what it says of itself."""
    subject = printable(commit.subject)
    if len(subject) > LONGEST_SHOWN:
        subject = f"{subject[:LONGEST_SHOWN]}…"
    about = f"{day_of(commit)}, {subject}".removesuffix(", ")
    return f"{commit.id[:8]} ({about})"


def day_of(commit: Commit) -> date:
    """The day on which a commit was made, in UTC."""
    # A commit may claim any time at all, and the calendar has an end.
    return datetime.fromtimestamp(min(max(0, commit.time), _LAST_SECOND), UTC).date()


class Archive:
    """Finds the commit of a moment.

    The alliance lies in a folder of the repository. Where nothing is checked out, as in a bare
    repository, it is the top of the repository.
    """

    def __init__(self, root: Path | None) -> None:
        try:
            self.root = the_root(root)
        except CannotRunError:
            top = find_git(whole_path(root))
            if top is None:
                raise
            self.root, self.folder, self.is_checked_out = top, "", False
        else:
            self.folder, self.is_checked_out = folder_in_repository(self.root), True
        self.git = Git(self.root)

    @property
    def at_hand(self) -> Worktree | Revision:
        """The files on disk; where nothing is checked out, those of the last commit.

        Raises:
            CannotRunError: they cannot be read.
        """
        if self.is_checked_out:
            return open_worktree(self.root)
        return self.revision(self.git.commit("HEAD"))

    @cached_property
    def now(self) -> Alliance:
        """The records at hand.

        Raises:
            CannotRunError: they cannot be read.
        """
        return unchecked(self.at_hand, the_day(None))

    def at(
        self, text: str, about: str | None, today: date | None, option: str = "--at"
    ) -> Recorded:
        """What was recorded at the moment that an option names, in a region if that is asked for.

        Raises:
            CannotRunError: there was nothing yet, or there is no such moment.
            UsageError: it makes no sense.
        """
        moment = self._moment(option, text, about, today)
        if isinstance(moment, Named):
            return self.named(text, moment)
        day = moment.latest or date.max
        if moment.text == text:
            return self.until(f"{option} {text}", text, day)
        return self.until(f"{option} {text} ({moment})", str(day), day)

    def since(
        self, text: str, about: str | None, today: date | None, option: str = "--since"
    ) -> Recorded:
        """What was recorded when a moment began from which on something is to be told.

        Raises:
            CannotRunError: there was nothing yet, or there is no such moment.
            UsageError: it makes no sense.
        """
        moment = self._moment(option, text, about, today)
        if isinstance(moment, Named):
            return self.named(text, moment)
        begin = the_beginning(option, beginning_of(moment).text).earliest or date.max
        day = max(begin, _SECOND_DAY) - timedelta(days=1)
        return self.until(f"{option} {text}", text, day, "give a later date")

    def _moment(
        self, option: str, text: str, about: str | None, today: date | None
    ) -> When | Named:
        """What an option names: a revision, or a date, be it that of a meeting."""
        moment = moment_of(option, text)
        if isinstance(moment, MeetingAgo):
            return the_meeting(option, text, moment, self.now, about, today or the_day(None))
        return moment

    def common(self, one: Recorded, other: Recorded) -> Recorded:
        """What was recorded where two commits branched off.

        Raises:
            CannotRunError: they come from no common commit.
        """
        found = self.git.told(self.git.merge_base(one.commit.id, other.commit.id))
        return Recorded(found.id, found, self.revision(found.id), day_of(found))

    def named(self, text: str, name: Named) -> Recorded:
        """What a revision of git holds.

        Raises:
            CannotRunError: there is none.
        """
        try:
            commit = self.git.told(self.git.commit(name.revision))
        except CannotRunError as error:
            is_told_enough = not str(error).endswith(GIVE_ONE)
            message = f"{error}{perhaps_meant(text, is_told_enough=is_told_enough)}"
            raise CannotRunError(message) from error
        return Recorded(text, commit, self.revision(commit.id), day_of(commit))

    def until(
        self, said: str, text: str, day: date, cure: str = "give a date from then on"
    ) -> Recorded:
        """What was recorded at the end of a day, which somebody has called otherwise.

        Raises:
            CannotRunError: there was nothing yet.
        """
        head = self.git.commit("HEAD")
        found = self.git.last_before(head, datetime.combine(day, _END_OF_A_DAY))
        if found is None:
            first = day_of(self.git.told(self.git.first(head)))
            message = f"{said}: nothing was recorded here before {first}; {cure}"
            raise CannotRunError(message)
        return Recorded(text, self.git.told(found), self.revision(found), day)

    def revision(self, commit: str) -> Revision:
        """The files of a commit, given by id.

        Raises:
            CannotRunError: nothing is checked out, and the commit holds no alliance.
        """
        found = Revision(self.git, commit, self.folder)
        if not self.is_checked_out and all(file.path != MARKER for file in found.files()):
            message = f"no alliance here: there is no {MARKER} in {self.root} at {commit[:8]}"
            raise CannotRunError(message)
        return found
