"""What is another once the program is that reads files and looks at them."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pydantic
import pydantic_core

import gsca_cli
from gsca_cli.documents.events import best_reader


def program() -> str:
    """The digest of gsca and of what it reads with: the same on every machine that has the same."""
    libraries = (pydantic.VERSION, pydantic_core.__version__, best_reader().name)
    digest = sha256("\n".join((sys.version, *libraries)).encode())
    digest.update(_version_of_names())
    digest.update(digest_of(Path(gsca_cli.__file__).parent))
    return digest.hexdigest()


def digest_of(package: Path) -> bytes:
    """The digest of all files of a package, by name and content; its tables are some of them."""
    digest = sha256()
    top = str(package)
    # Every run that remembers does this, and a path that knows much takes longer than to read it.
    for path in sorted(_files_below(top)):
        with open(path, "rb") as file:
            content = file.read()
        name = path[len(top) + 1 :].replace(os.sep, "/")
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _files_below(top: str) -> Iterator[str]:
    """The files in a folder and in those below it, but for what Python keeps of them."""
    for folder, below, names in os.walk(top):
        if "__pycache__" in below:
            below.remove("__pycache__")
        yield from (path for name in names if os.path.isfile(path := f"{folder}{os.sep}{name}"))


def _version_of_names() -> bytes:
    """What tells one babel from another, of which cures take names; to load it takes too long."""
    found = find_spec("babel")
    return Path(found.origin).read_bytes() if found and found.origin else b""
