"""How an edit is made, once every file has been looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import Rights, telling
from gsca_cli.snapshots.targets import content, look, missing_folders, why_other


@dataclass(frozen=True, slots=True)
class WritePlan:
    """All that is needed to make an edit, or to take it back.

    `rights` are those of the files that were there; `folders` were not there, the outer first.
    """

    changes: Sequence[FileChange]
    rights: Mapping[str, Rights] = field(default_factory=dict)
    folders: Sequence[str] = ()

    @property
    def paths(self) -> Iterator[str]:
        """The files it changes."""
        return (change.path for change in self.changes)

    @property
    def needs_journal(self) -> bool:
        """Is there a moment at which a half of it is done?"""
        return len(self.changes) > 1 or bool(self.folders)

    def undoing(self, changes: Sequence[FileChange]) -> "WritePlan":
        """The plan that takes some of its changes back, the last first."""
        return replace(self, changes=[change.undone for change in reversed(changes)])


def plan_of(root: Path, changes: Sequence[FileChange]) -> WritePlan:
    """The plan that makes changes, the removals last; a change of nothing is only looked at.

    Raises:
        CannotRunError: a file is not what it was, or is none that may be written.
        ValueError: two changes are of one file.
    """
    if len({change.path for change in changes}) < len(changes):
        message = "an edit changes each file once"
        raise ValueError(message)
    rights: dict[str, Rights] = {}
    folders: dict[str, None] = {}
    for change in changes:
        with telling(change.path):
            held = look(root, change)
            if content(held) != change.before:
                raise CannotRunError(why_other(change, content(held)))
            if held:
                rights[change.path] = held.rights
            elif change.after is not None:
                folders.update(dict.fromkeys(missing_folders(root, change.path)))
    wanted = [change for change in changes if change.before != change.after]
    return WritePlan(
        sorted(wanted, key=lambda change: change.after is None), rights, tuple(folders)
    )
