"""What is another once the program is that reads files and looks at them."""

import sys
from hashlib import sha256
from pathlib import Path

import pydantic
import pydantic_core

import gsca_cli
from gsca_cli.documents.events import best_reader


def program() -> str:
    """The digest of gsca and of what it reads with: the same on every machine that has the same."""
    libraries = (pydantic.VERSION, pydantic_core.__version__, best_reader().name)
    digest = sha256("\n".join((sys.version, *libraries)).encode())
    digest.update(digest_of(Path(gsca_cli.__file__).parent))
    return digest.hexdigest()


def digest_of(package: Path) -> bytes:
    """The digest of all modules of a package, by name and content."""
    digest = sha256()
    for module in sorted(package.rglob("*.py")):
        content = module.read_bytes()
        digest.update(f"{module.relative_to(package).as_posix()}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.digest()
