"""What the commits of a repository did to the files of an alliance, newest first."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from gsca_cli.snapshots.charset import whole
from gsca_cli.snapshots.git import Commit, Git
from gsca_cli.snapshots.repository import DATA, MARKER
from gsca_cli.snapshots.revision import REGULAR

_TWO = 2


@dataclass(frozen=True, slots=True)
class Touch:
    """What a commit did to one file.

    `was` is its path before. `before` and `after` are the ids of its contents; None where there
    was no regular file, or is none any more. `others` are its paths and contents in the other
    commits that a merge brings together.
    """

    path: str
    was: str
    before: str | None
    after: str | None
    others: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A commit, and what it did to the files of an alliance.

    Of a merge only what it makes of the files that differ from all of its parents counts: the
    rest was done by others. `first` is a commit before which git knows of none.
    """

    commit: Commit
    touched: tuple[Touch, ...]
    first: bool = False


def history(git: Git, commit: str, folder: str = "", *, mainline: bool = False) -> Iterator[Step]:
    """What was done to the records of an alliance, from a commit backwards.

    `folder` is where in the repository git is asked, and where the alliance lies. On the mainline
    a merge counts as one step, with all that it brought.

    Raises:
        CannotRunError: git cannot say.
    """
    above = f"{folder}/" if folder else ""
    words = deque(git.log(commit, (DATA, MARKER), mainline=mainline))
    while len(words) > 1:
        name, parents, time, author, subject = (words.popleft() for _ in range(5))
        touched = []
        while words and (not words[0] or words[0].startswith(":")):
            if how := words.popleft():
                touched.append(_touch(how, words, above))
        made = Commit(name, int(time), whole(author), whole(subject))
        yield Step(made, tuple(touched), first=not parents)


def _touch(how: str, words: deque[str], above: str) -> Touch:
    """Read one line of git's raw format: a colon for each parent, modes, ids, what was done."""
    sides = len(how) - len(how.lstrip(":")) + 1
    *stored, done = how.lstrip(":").split(" ")
    *before, after = map(_content, stored[:sides], stored[sides:])
    moved = sides > _TWO or done.startswith(("R", "C"))
    was, *paths = (words.popleft().removeprefix(above) for _ in range(sides if moved else 1))
    path = paths[-1] if paths else was
    others = tuple(zip(paths, before[1:], strict=False))
    return Touch(path, was if before[0] else path, before[0], after, others)


def _content(mode: str, content: str) -> str | None:
    """What stands there; a link, or another repository, is no file."""
    return content if mode.startswith(REGULAR) else None
