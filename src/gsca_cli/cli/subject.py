"""What a validation is about: the files on disk, a text that is not saved yet, or a commit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked, with_excerpts
from gsca_cli.cli.options import open_worktree, the_day
from gsca_cli.cli.scope import inside, overlaid, paths_of, validated, with_proven_mends
from gsca_cli.cli.sparse import tell_if_sparse
from gsca_cli.errors import NoDataError, UsageError
from gsca_cli.findings import Finding
from gsca_cli.snapshots.repository import folder_in_repository
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.triage.verdict import within

if TYPE_CHECKING:
    from gsca_cli.cli.opening import Then


class Subject(NamedTuple):
    """The files that are checked, the root of their paths, and the day that counts as today.

    `folder` is where the root lies in the git repository, `buffer` the path of a text that is not
    saved; `past` is None unless a commit is checked.
    """

    snapshot: Snapshot
    root: Path
    folder: str
    day: date
    buffer: Sequence[str] = ()
    past: "Then | None" = None

    def checked(self) -> Checked:
        """Its records and its own templates, checked.

        Raises:
            NoDataError: there are no records.
        """
        if self.past is None:
            return validated(self.snapshot, self.day)
        # Who asks about the files on disk is spared what knows of moments.
        from gsca_cli.cli.opening import data_of  # noqa: PLC0415

        with data_of(self.past):
            return validated(self.snapshot, self.day)

    def paths(self, paths: Sequence[Path]) -> Sequence[str]:
        """The files and folders that are meant, as findings name them.

        Raises:
            UsageError: one does not exist, or lies outside the repository.
        """
        if self.past is None:
            return paths_of(paths, self.root) or self.buffer
        found = [inside(path, self.root) for path in paths]
        for path, name in zip(paths, found, strict=True):
            if not any(within(file.path, [name]) for file in self.snapshot.files()):
                commit = self.past.recorded.commit.id[:8]
                message = f"no such file or folder in {commit}: {path}"
                raise UsageError(message)
        return found

    def with_mends(self, alliance: Alliance, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, with a mend only where it can be applied: never to what is past."""
        if self.past:
            return [finding._replace(mend=None) for finding in findings]
        return with_proven_mends(self.snapshot, alliance, findings)

    def brought_in(self, since: str, checked: Checked, found: list[Finding]) -> list[Finding]:
        """What of the findings was not found where a moment and what is checked branched off.

        Raises:
            CannotRunError: git, the repository or the moment is not there.
            UsageError: the moment makes no sense.
        """
        # Only this question starts a process: every other run is spared the machinery for it.
        from gsca_cli.cli.archive import Archive  # noqa: PLC0415
        from gsca_cli.triage.brought_in import brought_in  # noqa: PLC0415

        archive = self.past.archive if self.past else Archive(self.root)
        head = self.past.recorded.commit.id if self.past else archive.git.commit("HEAD")
        other = archive.since(since, None, self.day, "--changed-since")
        before = archive.revision(archive.git.merge_base(other.commit.id, head))
        try:
            then = validated(before, self.day)
        except NoDataError:
            return found
        known = with_excerpts(before, then.findings)
        return brought_in(then.alliance, known, checked.alliance, found)


def the_subject(
    root: Path | None, today: str | None, at: str | None, *, stdin: bool, path: Path | None
) -> Subject:
    """What is to be checked.

    Raises:
        CannotRunError: there is no repository, or no such moment.
        UsageError: what is asked for makes no sense.
    """
    if at is None:
        worktree, day = open_worktree(root), the_day(today)
        tell_if_sparse(worktree)
        snapshot, buffer = overlaid(worktree, stdin=stdin, path=path)
        folder = folder_in_repository(worktree.root)
        return Subject(snapshot, worktree.root, folder, day, buffer)
    if stdin or path is not None:
        message = "--stdin checks a text beside the files on disk: leave out --at"
        raise UsageError(message)
    from gsca_cli.cli.opening import open_past  # noqa: PLC0415 (see above)

    past = open_past(root, today, at)
    return Subject(
        past.recorded.snapshot, past.archive.root, past.archive.folder, past.day, (), past
    )
