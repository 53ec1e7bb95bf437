"""What is said where git leaves files out of the work tree."""

from pathlib import Path

from gsca_cli.cli.messages import tell
from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.sparse import is_sparse
from gsca_cli.snapshots.worktree import Worktree


def tell_if_sparse(worktree: Worktree) -> None:
    """Say that not all files are there, where that is so."""
    if is_sparse(worktree.root):
        tell("not all files are checked out here (sparse checkout): the others count nowhere")


def require_all_files(root: Path, cure: str) -> None:
    """See to it that a comparison with the files on disk takes none for deleted.

    Raises:
        CannotRunError: only some files are checked out.
    """
    if is_sparse(root):
        message = (
            "not all files are checked out here (sparse checkout), and the others would look "
            f"deleted: {cure}"
        )
        raise CannotRunError(message)
