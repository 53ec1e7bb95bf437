"""What is measured: gsca, its floors, and programs that do a part of what it does."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.city import path

ROOT: Final = Path(__file__).parents[1]
TOOLS: Final = Path(sys.executable).parent
AJV: Final = ROOT / "benchmarks/node_modules/.bin/ajv"
YARDSTICKS: Final = ("P", "F", "F, sized", "G")
STARTS: Final = ("gsca --help", "gsca --version", "completion")
PEERS: Final = ("check-jsonschema", "ajv-cli", "yamllint")


@dataclass(frozen=True)
class Case:
    """A command, by the name that it has in the results; and why it cannot run, if so.

    A warm one has run once before it is measured; nothing is remembered of what one that `changes`
    files has just changed.
    """

    name: str
    command: Sequence[str]
    missing: str = ""
    warm: bool = False
    changes: bool = False


def cases(folder: Path, schema: Path) -> Iterator[Case]:
    """All that is measured on one alliance, in this order."""
    yield Case("P", (sys.executable, "-c", "pass"))
    floor = (sys.executable, str(ROOT / "benchmarks/floor.py"), str(folder))
    yield Case("F", floor)
    yield Case("F, sized", (*floor, "--sized"))
    yield Case("G", ("git", "status", "--porcelain"))
    yield from _gsca(Path(path(0)).stem)
    yield from _peers(folder, schema)


def _gsca(city: str) -> Iterator[Case]:
    """The commands of gsca: with nothing remembered, and again with what they then remember."""
    gsca = str(TOOLS / "gsca")
    yield Case("gsca --help", (gsca, "--help"))
    yield Case("gsca --version", (gsca, "--version"))
    yield Case("completion", (gsca, "__complete", "bash", city[:3], f"gsca show {city[:3]}"))
    for name, words in (
        ("validate", "validate"),
        ("report", "report europe"),
        ("list", "list cities --country MX"),
        ("diff", "diff HEAD~10..HEAD"),
        ("report --at", "report europe --at HEAD~10"),
        ("log", f"log city/{city}"),
    ):
        yield Case(name, (gsca, *words.split(), "--no-cache"))
        if name == "validate":
            yield Case("validate, first", ("sh", "-c", f"{_FORGET}; exec {gsca} validate"))
        yield Case(f"{name} again", (gsca, *words.split()), warm=True)
        if name == "validate":
            # Another answer is wanted, but the files are those that were read before.
            changed = ("sh", "-c", f"{_CHANGE}; exec {gsca} validate")
            yield Case("validate, one changed", changed, changes=True)


_FORGET: Final = "rm -rf .git/gsca"
_CHANGE: Final = f"echo >> {path(0)}"


def _peers(folder: Path, schema: Path) -> Iterator[Case]:
    """Programs that others wrote; they need not be there."""
    cities = sorted(str(file.relative_to(folder)) for file in folder.glob("data/cities/*/*.yaml"))
    jsonschema, yamllint = TOOLS / "check-jsonschema", TOOLS / "yamllint"
    yield _peer("check-jsonschema", jsonschema, "--schemafile", str(schema), *cities)
    options = ("validate", "--spec=draft2020", "--strict=false", "-s", str(schema))
    yield _peer("ajv-cli", AJV, *options, "-d", "data/cities/**/*.yaml")
    yield _peer("yamllint", yamllint, "-d", "relaxed", "data/cities")


def _peer(name: str, program: Path, *words: str) -> Case:
    missing = "" if shutil.which(program) else "not installed"
    return Case(name, (str(program), *words), missing)
