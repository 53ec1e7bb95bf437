"""gsca schema: JSON Schemas, by which an editor completes and checks records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.analysis.choices import choices
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today, open_checked, write
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.render.as_editor_settings import (
    EXTENSIONS,
    SETTINGS,
    by_hand,
    extensions_text,
    names_all,
    settings_text,
)
from gsca_cli.render.as_json_schema import Schema, json_schema
from gsca_cli.render.encodable import json_text
from gsca_cli.rules.catalogue import rules
from gsca_cli.snapshots.repository import schema_path


@dataclass(frozen=True, slots=True)
class _Planned:
    """A file as it is and as it should be; `after` is None if it is left alone."""

    path: str
    before: str | None
    after: str | None

    @property
    def is_current(self) -> bool:
        """Is nothing to be done?"""
        if self.after is None:
            return names_all(self.path, self.before or "")
        return self.before == self.after


def command(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help="city, policy, ... (default: all).")
    ] = None,
    root: Root = None,
    today: Today = None,
    write_files: Annotated[
        bool, typer.Option("--write", help="Write the schemas and the settings of editors.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which file is out of date.")
    ] = False,
) -> int:
    """Print what records look like, as JSON Schema, with the ids of this repository.

    --write puts the schemas into the folder `schemas`, and names them to editors in `.vscode`.

    Example: gsca schema --write
    """
    if write_files + check + (kind is not None) > 1:
        message = "KIND, --write and --check exclude each other"
        raise UsageError(message)
    wanted = _kind(kind) if kind else None
    worktree, checked = open_checked(root, today)
    if not write_files and not check:
        write(_printed(checked.alliance, wanted))
        return 0
    stale = [each for each in _plan(worktree.root, checked.alliance) if not each.is_current]
    return _said(stale) if check else _written(worktree.root, stale)


def _kind(text: str) -> Kind:
    """A kind by its name or its plural.

    Raises:
        UsageError: there is no such kind.
    """
    names = {name: kind for kind in Kind for name in (kind.value, kind.plural)}
    if text not in names:
        message = f"no kind {shown(text)}{did_you_mean(text, names)}"
        raise UsageError(message)
    return names[text]


def _printed(alliance: Alliance, kind: Kind | None) -> str:
    """One schema, or all of them by kind."""
    schemas = _schemas(alliance, [kind] if kind else list(Kind))
    return _text(schemas[kind] if kind else schemas)


def _schemas(alliance: Alliance, kinds: list[Kind]) -> dict[Kind, Schema]:
    codes = {rule.code: rule.what for rule in rules().values() if rule.adjustable}
    return {kind: json_schema(kind, choices(alliance, kind, codes)) for kind in kinds}


def _text(schema: Mapping[Kind, Schema] | Schema) -> str:
    return json_text(schema) + "\n"


def _plan(root: Path, alliance: Alliance) -> Iterator[_Planned]:
    """Every file, as it is and as it should be."""
    for kind, schema in _schemas(alliance, list(Kind)).items():
        path = schema_path(kind)
        yield _Planned(path, _read(root / path), _text(schema))
    for path, change in ((SETTINGS, settings_text), (EXTENSIONS, extensions_text)):
        before = _read(root / path)
        yield _Planned(path, before, change(before))


def _said(stale: list[_Planned]) -> int:
    """Name the files that are out of date."""
    for each in stale:
        write(f"{each.path} {'is missing' if each.before is None else 'is out of date'}\n")
    if stale:
        tell("`gsca schema --write` brings them up to date")
    return int(bool(stale))


def _written(root: Path, stale: list[_Planned]) -> int:
    """Write what is out of date; name it."""
    for each in stale:
        if each.after is None:
            tell(f"{each.path} is left alone, since it is no plain JSON; add: {by_hand(each.path)}")
        else:
            _replace(root / each.path, each.after)
            write(f"wrote {each.path}\n")
    if not stale:
        write("All schemas are up to date.\n")
    return 0


def _read(path: Path) -> str | None:
    """The text of a file; None if there is none.

    Raises:
        CannotRunError: it cannot be read.
    """
    if path.exists() and not path.is_file():
        message = f"cannot read {path}: it is no file"
        raise CannotRunError(message)
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        message = f"cannot read {path}: it is not UTF-8"
        raise CannotRunError(message) from error
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise CannotRunError(message) from error


def _replace(path: Path, text: str) -> None:
    """Put a whole file in place at once, in a folder that may be new.

    Raises:
        CannotRunError: it cannot be written.
    """
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise CannotRunError(message) from error
    write(text, str(path))
