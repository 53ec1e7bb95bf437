"""The lines of three texts that are in no file, merged by git."""

import tempfile
from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.git import Git


def merge_texts(
    git: Git, base: bytes, ours: bytes, theirs: bytes, marker_size: int
) -> tuple[bytes, bool]:
    """Two texts that come from a third one in one, with markers; and is there no conflict?

    Raises:
        CannotRunError: git cannot merge them.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="gsca-") as folder:
            files = [Path(folder) / name for name in ("ours", "base", "theirs")]
            for file, text in zip(files, (ours, base, theirs), strict=True):
                file.write_bytes(text)
            return git.merge_file(files, marker_size)
    except OSError as error:
        message = f"cannot write a temporary file: {error.strerror or error}"
        raise CannotRunError(message) from error
