"""How a repository is laid out: the only module that knows the names of its folders."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from gsca_cli.errors import CannotRunError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.snapshots import landmarks

MARKER: Final = landmarks.MARKER
DATA: Final = landmarks.DATA
TEMPLATES: Final = landmarks.TEMPLATES
SCHEMAS: Final = "schemas"
IDS_SCHEMA: Final = "ids.schema.json"
EDITOR_SETTINGS: Final = ".vscode/settings.json"
EDITOR_EXTENSIONS: Final = ".vscode/extensions.json"
EXTENSIONS: Final = (".yaml", ".yml")
_IN_DATA: Final = f"{DATA}/"

FOLDERS: Final[Mapping[str, Kind]] = {
    kind.plural: kind for kind in Kind if kind is not Kind.ALLIANCE
}


class RecordPath(NamedTuple):
    """Where one record stands: the file name is its id."""

    path: str
    kind: Kind
    id: str


class Stray(NamedTuple):
    """A file under `data/` that is no record, and why."""

    path: str
    code: str
    message: str
    hint: str
    right_path: str = ""
    """Where it would be a record, if only its ending is misspelt."""


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `gsca.yaml`.

    Raises:
        CannotRunError: there is none.
    """
    if found := landmarks.root_above(str(start)):
        return Path(found)
    top = find_git(start)
    if top and not os.path.lexists(top / ".git"):
        message = (
            f"no files are checked out in {top}, a bare repository: "
            "add `--at HEAD` to read the last commit; clone it to edit"
        )
        raise CannotRunError(message)
    message = (
        f"no alliance here: there is no {MARKER} in {start} or any folder above it; "
        "an alliance begins with that file, and the line `name: ...` in it"
    )
    raise CannotRunError(message)


def folder_in_repository(root: Path) -> str:
    """Where the root lies in its git work tree; empty at the top of it, or outside of any."""
    # Git goes by the folder that a link leads to.
    real = Path(os.path.realpath(root))
    for folder in (real, *real.parents):
        if os.path.lexists(folder / ".git"):
            path = real.relative_to(folder).as_posix()
            return "" if path == "." else path
    return ""


def find_git(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that is the top of a git repository.

    It is that of a work tree, or a bare repository; None if there is neither.
    """
    for folder in (start, *start.parents):
        bare = all(os.path.lexists(folder / name) for name in ("HEAD", "objects", "refs"))
        if bare or os.path.lexists(folder / ".git"):
            return folder
    return None


def identify(path: str) -> RecordPath | Stray:
    """Which record a file under `data/`, or `gsca.yaml`, holds."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if path == MARKER:
        return RecordPath(path, Kind.ALLIANCE, stem)
    if not stem or f".{ending}" not in EXTENSIONS:
        right = _right_ending(path)
        better = f" to {shown(PurePosixPath(right).name)}" if right else ""
        return Stray(
            path,
            "wrong-extension",
            f"{shown(name)} is no record: its name does not end in .yaml or .yml",
            f"rename it{better}, or move it out of the data folder",
            right,
        )
    _, folder, *below = path.split("/")
    kind = FOLDERS.get(folder)
    if kind is None or not below:
        return Stray(
            path,
            "misplaced-file",
            f"{shown(name)} stands in no folder of records",
            f"move it into one of {DATA}/: {', '.join(FOLDERS)}",
        )
    return RecordPath(path, kind, stem)


def record_path(kind: Kind, name: str) -> str:
    """Where a new record stands; its name is its id, behind those of its folders if it has some."""
    return f"{DATA}/{kind.plural}/{name}{EXTENSIONS[0]}"


def _right_ending(path: str) -> str:
    """The path with the ending that was meant: `.YAML` or `.yml.txt`; nothing if it is not sure."""
    pure = PurePosixPath(path.removesuffix(".txt"))
    ending = pure.suffix.lower()
    if ending not in EXTENSIONS or is_hidden(path):
        return ""
    right = str(pure.with_suffix(ending))
    return right if isinstance(identify(right), RecordPath) else ""


def holds_records(path: str) -> bool:
    """Must a file at this path be a record?"""
    # It is asked for each file, several times.
    return path.startswith(_IN_DATA) or path in {MARKER, DATA}


def holds_data(path: str) -> bool:
    """Does a file at this path stand under `data/`?"""
    return path.partition("/")[0] == DATA


def is_template(path: str) -> bool:
    """Does a file at this path stand under `templates/`?"""
    return path.partition("/")[0] == TEMPLATES


def is_hidden(path: str) -> bool:
    """Does the name of a file begin with a dot, as those that keep a folder do?"""
    return path.rpartition("/")[2].startswith(".")


def template_path(name: str) -> str:
    """Where a repository keeps its own template of a name."""
    return f"{TEMPLATES}/{name}"


def schema_path(kind: Kind) -> str:
    """Where a repository keeps the JSON Schema of a kind of record."""
    return f"{SCHEMAS}/{kind}.schema.json"


def ids_path() -> str:
    """Where a repository keeps the ids to which its schemas refer."""
    return f"{SCHEMAS}/{IDS_SCHEMA}"


def record_pattern(kind: Kind) -> str:
    """The glob pattern of the files that hold records of a kind."""
    if kind is Kind.ALLIANCE:
        return MARKER
    endings = ",".join(extension[1:] for extension in EXTENSIONS)
    return f"{DATA}/{kind.plural}/**/*.{{{endings}}}"
