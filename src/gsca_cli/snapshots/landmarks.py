"""Where an alliance and its git repository lie: plain strings, and next to nothing to load.

Whoever answers before a command is loaded asks here; everybody else asks `repository` and
`backstage`.
"""

import os
import sys
from hashlib import sha256

MARKER = "gsca.yaml"
DATA = "data"
TEMPLATES = "templates"
OWN = ".gsca"

_GIT = ".git"

_LONGEST_POINTER = 4096


def folders_above(start: str) -> list[str]:
    """A folder and all that it lies in, the nearest first."""
    found = [start]
    while (above := os.path.dirname(found[-1])) != found[-1]:
        found.append(above)
    return found


def root_above(start: str) -> str | None:
    """The nearest folder, from `start` upwards, that holds `gsca.yaml`; None if none does."""
    return next((each for each in folders_above(start) if _holds(each, MARKER)), None)


def git_above(start: str) -> tuple[str, str] | None:
    """The top of the git work tree around a folder, and its git folder; None without git."""
    for folder in folders_above(start):
        if _holds(folder, _GIT):
            git = _git_folder(os.path.join(folder, _GIT))
            return (folder, git) if git else None
    return None


def shared_by_worktrees(git: str) -> str:
    """The git folder that holds what all work trees of a repository share; mostly the same."""
    try:
        with open(f"{git}/commondir", "rb") as file:
            return os.path.join(git, os.fsdecode(file.read(_LONGEST_POINTER).rstrip(b"\r\n")))
    except OSError:
        return git


def name_of(root: str, top: str) -> str:
    """What tells the alliances of one work tree apart: 16 hexadecimal digits."""
    within = os.path.relpath(root, top).replace(os.sep, "/")
    return sha256(os.fsencode(within)).hexdigest()[:16]


def backstage_folder(root: str) -> tuple[str, str]:
    """Where the lock and the journal of an alliance stand, and the name that both begin with.

    It is the git folder, or else a folder of the alliance; `root` has no links in it.
    """
    if git := git_above(root):
        top, folder = git
        return os.path.join(folder, "gsca"), f"edit-{name_of(root, top)}"
    return os.path.join(root, OWN), "edit"


def memory_of(root: str) -> str | None:
    """The folder of what may be forgotten: in the git folder, else in the user's cache, if any."""
    real = os.path.realpath(root)
    if git := git_above(real):
        top, folder = git
        return os.path.join(folder, "gsca", f"memory-{name_of(real, top)}")
    cache = _cache_folder()
    return os.path.join(cache, "gsca", f"memory-{name_of(real, os.sep)}") if cache else None


def _cache_folder() -> str | None:
    """Where programs of this user keep what they can make again; None if nobody says where.

    A path that is not absolute says nothing, as the specification of XDG has it.
    """
    if sys.platform == "win32":
        usual, said = "~", os.environ.get("LOCALAPPDATA", "")
    else:
        usual = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
        said = os.environ.get("XDG_CACHE_HOME", "")
    found = said if os.path.isabs(said) else os.path.expanduser(usual)
    return found if os.path.isabs(found) else None


def _git_folder(path: str) -> str | None:
    """The git folder that `.git` is, or, in further work trees and submodules, points to."""
    try:
        if os.path.isfile(path):
            with open(path, "rb") as file:
                word, _, pointer = file.read(_LONGEST_POINTER).partition(b": ")
            path = os.path.join(os.path.dirname(path), os.fsdecode(pointer.rstrip(b"\r\n")))
            if word != b"gitdir":
                return None
        # Without it, git itself takes the folder for none of its own.
        return path if _holds(path, "HEAD") else None
    except (OSError, ValueError):
        return None


def _holds(folder: str, name: str) -> bool:
    return os.path.lexists(os.path.join(folder, name))
