"""The templates that a repository brings: as text, or why they cannot be used."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from gsca_cli.documents.decode import decode_template
from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.repository import TEMPLATES
from gsca_cli.snapshots.snapshot import Nature, Snapshot


def own_templates(snapshot: Snapshot) -> Mapping[str, str]:
    """The text of every `templates/*.j2`, by name; folders below are not searched.

    Raises:
        CannotRunError: one of them is a link, cannot be read, or is no clean text.
    """
    found = {}
    for file in snapshot.files():
        path = PurePosixPath(file.path)
        if path.parts[0] != TEMPLATES or len(path.parts) > 2 or path.suffix != ".j2":  # noqa: PLR2004
            continue
        if file.nature is not Nature.FILE:
            message = f"{path}:1:1: this is a {file.nature}, not a template"
            raise CannotRunError(message)
        try:
            text = decode_template(file.path, snapshot.read(file.path))
        except OSError as error:
            message = f"{path}:1:1: the template cannot be read: {error.strerror or error}"
            raise CannotRunError(message) from error
        if not isinstance(text, str):
            message = f"{text[0].location}: {text[0].message}; {text[0].hint}"
            raise CannotRunError(message)
        found[path.name] = text
    return found
