"""A file that a reader sees as it was or as it is now, and never half written."""

import os
import tempfile
from pathlib import Path

from gsca_cli.errors import CannotRunError


def write_file(content: bytes, path: Path) -> None:
    """Put the whole content in place at once: a reader sees the old file or the new one.

    Raises:
        CannotRunError: it cannot be written.
    """
    temporary = None
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        # A link stays one: what it leads to is written.
        path = Path(os.path.realpath(path))
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".gsca-", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
        temporary.chmod(path.stat().st_mode if path.exists() else _usual_mode())
        temporary.replace(path)
    # Whatever it is, such as Ctrl-C: nothing half written may stay.
    except BaseException as error:
        if temporary:
            temporary.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        message = f"cannot write {path}: {error.strerror or error}"
        raise CannotRunError(message) from error


def _usual_mode() -> int:
    """The permissions that a new file gets here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
