"""The files that tell editors what records look like: as they are, and as they should be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.analysis.choices import OFFER_NOTHING, Choices, choices
from gsca_cli.cli.reading import unchecked
from gsca_cli.editing.plan import Plan
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.render.as_editor_settings import extensions_text, names_all, settings_text
from gsca_cli.render.as_json_schema import json_schemas
from gsca_cli.render.encodable import json_text
from gsca_cli.rules.catalogue import rules
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.repository import (
    EDITOR_EXTENSIONS,
    EDITOR_SETTINGS,
    RecordPath,
    identify,
    ids_path,
    schema_path,
)
from gsca_cli.snapshots.worktree import Worktree


@dataclass(frozen=True, slots=True)
class SchemaFile:
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

    @property
    def change(self) -> FileChange:
        """What is to be written."""
        return FileChange(self.path, _encoded(self.before), _encoded(self.after))


def schema_files(root: Path, alliance: Alliance) -> Iterator[SchemaFile]:
    """The schemas that stand in the folder of an alliance, or should.

    Raises:
        CannotRunError: a record or a schema cannot be read.
    """
    schemas, ids = json_schemas(choices_of(alliance, list(Kind)))
    for path, schema in zip(_paths(), [ids, *schemas.values()], strict=True):
        yield SchemaFile(path, _read(root / path), json_text(schema) + "\n")


def settings_files(root: Path) -> Iterator[SchemaFile]:
    """The settings that name the schemas to an editor.

    Raises:
        CannotRunError: one cannot be read.
    """
    texts = {EDITOR_SETTINGS: settings_text, EDITOR_EXTENSIONS: extensions_text}
    for path, change in texts.items():
        before = _read(root / path)
        yield SchemaFile(path, before, change(before))


def stale_schemas(worktree: Worktree, plan: Plan, today: date) -> list[FileChange]:
    """The schemas that an edit would leave out of date, in an alliance that has some."""
    if not _may_change_ids(plan) or not any((worktree.root / path).is_file() for path in _paths()):
        return []
    try:
        files = list(schema_files(worktree.root, _after(worktree, plan, today)))
    except CannotRunError:
        # While a record cannot be read, nobody knows its ids; `gsca schema` says so.
        return []
    return [each.change for each in files if not each.is_current]


def _may_change_ids(plan: Plan) -> bool:
    places = (identify(change.path) for change in plan.changes)
    return any(isinstance(at, RecordPath) and at.kind not in OFFER_NOTHING for at in places)


def _paths() -> Iterator[str]:
    yield ids_path()
    yield from map(schema_path, Kind)


def _after(worktree: Worktree, plan: Plan, today: date) -> Alliance:
    if plan.after is not None:
        return plan.after
    overlay = Overlay(worktree, {change.path: change.after for change in plan.changes})
    return unchecked(overlay, today)


def choices_of(alliance: Alliance, kinds: Sequence[Kind]) -> Mapping[Kind, Choices]:
    """What records of some kinds may refer to.

    Raises:
        CannotRunError: a record could not be read, so nobody knows what it offers.
    """
    codes = {rule.code: rule.what for rule in rules().values() if rule.adjustable}
    return {kind: choices(alliance, kind, codes) for kind in kinds}


def _encoded(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


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
