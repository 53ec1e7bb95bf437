"""The lines of three texts that are in no file, merged by git."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.git_process import explained, run_git

_NAMES: Final = ("ours", "base", "theirs")
_MOST_CONFLICTS: Final = 127
"""Git counts no further."""


def merge_texts(
    folder: Path, base: bytes, ours: bytes, theirs: bytes, marker_size: int
) -> tuple[bytes, bool]:
    """Two texts that come from a third one in one, with markers; and is there no conflict?

    The settings are those of the repository that a folder lies in, if it lies in one.

    Raises:
        CannotRunError: git cannot merge them.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="gsca-") as temporary:
            files = [Path(temporary) / name for name in _NAMES]
            for file, text in zip(files, (ours, base, theirs), strict=True):
                file.write_bytes(text)
            return _merged(folder, files, marker_size)
    except OSError as error:
        message = f"cannot write a temporary file: {error.strerror or error}"
        raise CannotRunError(message) from error


def _merged(folder: Path, files: Sequence[Path], marker_size: int) -> tuple[bytes, bool]:
    labels = [word for name in _NAMES for word in ("-L", name)]
    size = f"--marker-size={marker_size}"
    words = ["merge-file", "-p", size, *labels, "--", *map(str, files)]
    code, merged, complaint = run_git(folder, words)
    if not 0 <= code <= _MOST_CONFLICTS:
        raise CannotRunError(explained(complaint, folder))
    return merged, code == 0
