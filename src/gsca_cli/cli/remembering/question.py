"""What an answer depends on: the words that were typed, the files, the day, who is looking.

All of it is looked at before a command is loaded, so that this loads next to nothing itself.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256

import gsca_cli
from gsca_cli.snapshots.landmarks import backstage_folder, git_above, memory_of, root_above
from gsca_cli.snapshots.stamps import (
    TooFreshError,
    git_stamp,
    program_stamp,
    sparse_stamp,
    worktree_stamp,
)

_OF_FILES = ("list", "report", "show", "validate")
"""Commands that read the files of a repository and write nothing."""

_OF_HISTORY = ("diff", "log", "trend")
"""Those that also read what git holds."""

_ASKS_GIT = ("--at", "--blame", "--changed-since", "--since")
"""Options that make the others read it too."""

_NOT_REMEMBERED = ("--", "--as", "--help", "--no-cache", "--output", "--stdin", "-o")
"""With these, a run reads or writes more than the files of the repository, or must not know."""

_AGO = "@{"
"""What a branch was some time ago is another commit a moment later."""

_OF_ONE_COMMAND = ("OLDPWD", "PWD", "SHLVL", "_")
"""What a shell sets anew for each command."""


class Question:
    """A run that may be remembered: by its key, in the folder of what its alliance remembers."""

    __slots__ = ("folder", "key")

    def __init__(self, folder: str, key: str) -> None:
        self.folder = folder
        self.key = key


def question_of(words: Sequence[str]) -> Question | None:
    """What a run depends on; None if its answer must not be remembered."""
    if not _may_be_remembered(words):
        return None
    try:
        root = root_above(os.path.abspath(_root_in(words)))
        folder = memory_of(root) if root else None
        if root is None or folder is None or _is_being_written(os.path.realpath(root)):
            return None
        told = (os.getcwd(), root, *_stamps(root, words), *_surroundings(), *_typed(words))
    except (OSError, TooFreshError):
        return None
    digest = sha256("\0".join(told).encode("utf-8", "surrogatepass"))
    return Question(folder, digest.hexdigest())


def _is_being_written(root: str) -> bool:
    """Are the files not whole? Then the command waits, or says so."""
    return os.path.lexists("{}/{}.journal".format(*backstage_folder(root)))


def _stamps(root: str, words: Sequence[str]) -> Iterator[str]:
    """The stamps of all that is read: the program, the files, and what git holds if it is asked.

    Raises:
        OSError: something cannot be looked at.
        TooFreshError: something changed just now.
    """
    git = git_above(os.path.realpath(root))
    yield str(git)
    yield _this_program()
    yield worktree_stamp(root)
    if git:
        top, folder = git
        asks = _command(words) in _OF_HISTORY or any(_option(word) in _ASKS_GIT for word in words)
        yield git_stamp(folder, top) if asks else sparse_stamp(folder)


def _this_program() -> str:
    """What is another once gsca, Python or a library is.

    Raises:
        TooFreshError: one of them was changed just now.
    """
    return f"{sys.version} {program_stamp(os.path.dirname(gsca_cli.__file__), sys.path)}"


def _may_be_remembered(words: Sequence[str]) -> bool:
    """Does a run with these words only read, and only what has a stamp?"""
    # GitHub shows what is written to this file beside what is said.
    if os.environ.get("GITHUB_STEP_SUMMARY") or _command(words) not in (*_OF_FILES, *_OF_HISTORY):
        return False
    return not any(
        _option(word) in _NOT_REMEMBERED or word.startswith("-o") or _AGO in word for word in words
    )


def _command(words: Sequence[str]) -> str:
    return next((word for word in words if not word.startswith("-")), "")


def _option(word: str) -> str:
    """The option that a word is, without its value."""
    return word.partition("=")[0]


def _root_in(words: Sequence[str]) -> str:
    """The folder that is given as the root, else the one at hand."""
    found = "."
    for word, following in zip(words, (*words[1:], "."), strict=True):
        if word == "--root":
            found = following
        elif word.startswith("--root="):
            found = word.partition("=")[2]
    return found


def _surroundings() -> Iterator[str]:
    """The day, and who is looking: on a terminal, a result is as wide as it."""
    yield time.strftime("%Y-%m-%d")
    for descriptor in (0, 1, 2):
        yield str(os.isatty(descriptor))
    try:
        yield str(os.get_terminal_size())
    except OSError:
        yield ""
    for name in sorted(os.environ):
        if name not in _OF_ONE_COMMAND:
            yield f"{name}={os.environ[name]}"


def _typed(words: Sequence[str]) -> Iterator[str]:
    """What was typed, and which of it is a file: a path of what is not there is wrong usage."""
    for word in words:
        yield f"{os.path.lexists(word)} {word}"
