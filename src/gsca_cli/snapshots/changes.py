"""What an edit wants of one file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of an edit.

    `path` goes from the root of the alliance, with `/` between its parts. `before` is what the
    file held when it was read, or None where there was none. `after` is what it is to hold, or
    None where it is to be removed.
    """

    path: str
    before: bytes | None
    after: bytes | None

    @property
    def undone(self) -> "FileChange":
        """The change that takes this one back."""
        return FileChange(self.path, self.after, self.before)
