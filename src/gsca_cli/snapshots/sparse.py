"""Whether only some of the files of a git repository are checked out."""

import os
import re
from pathlib import Path

from gsca_cli.snapshots.landmarks import git_above, shared_by_worktrees

_SETTING = rb"(?im)^[ \t]*sparsecheckout[ \t]*(?:=[ \t]*(\w*))?[ \t]*\r?$"
_OFF = {b"false", b"no", b"off", b"0"}


def is_sparse(root: Path) -> bool:
    """Does git leave files out of the work tree, as `git sparse-checkout` asks for?

    Its settings are read without git: they stand in the repository's own, or in those of the work
    tree, where `git sparse-checkout` writes them.
    """
    if (found := git_above(os.path.realpath(root))) is None:
        return False
    _, git = found
    if not _content(f"{git}/info/sparse-checkout"):
        return False
    # What is said last holds, and the settings of the work tree come last.
    files = f"{shared_by_worktrees(git)}/config", f"{git}/config.worktree"
    said = [word for path in files for word in re.findall(_SETTING, _content(path))]
    return bool(said) and said[-1].lower() not in _OFF


def _content(path: str) -> bytes:
    """The content of a file of git; nothing where there is none."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
