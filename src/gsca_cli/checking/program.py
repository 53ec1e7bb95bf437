"""What is another once the program is that reads files and looks at them."""

import sys
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
    files = (path for path in package.rglob("*") if path.parent.name != "__pycache__")
    for file in sorted(path for path in files if path.is_file()):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(package).as_posix()}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _version_of_names() -> bytes:
    """What tells one babel from another, of which cures take names; to load it takes too long."""
    found = find_spec("babel")
    return Path(found.origin).read_bytes() if found and found.origin else b""
