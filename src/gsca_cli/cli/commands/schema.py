"""gsca schema: JSON Schemas, by which an editor completes and checks records."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.edits import DryRun
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import (
    Root,
    Today,
    open_worktree,
    the_day,
    the_kind,
    the_root,
    write,
)
from gsca_cli.cli.reading import unchecked
from gsca_cli.cli.schema_files import SchemaFile, choices_of, schema_files, settings_files
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.render.as_diff import render_diff
from gsca_cli.render.as_editor_settings import by_hand
from gsca_cli.render.as_json_schema import json_schema
from gsca_cli.render.encodable import json_text
from gsca_cli.snapshots.store import editing
from gsca_cli.snapshots.worktree import Worktree


def command(
    kind: Annotated[
        str | None, Argument(metavar="[KIND]", help="city, policy, ... (default: all).")
    ] = None,
    root: Root = None,
    today: Today = None,
    write_files: Annotated[
        bool, Option("--write", help="Write the schemas and the settings of editors.")
    ] = False,
    check_only: Annotated[
        bool, Option("--check", help="Write nothing; say which file is out of date.")
    ] = False,
    dry_run: DryRun = False,
) -> int:
    """Print what records look like, as JSON Schema, with the ids of this repository.

    --write puts the schemas into the folder `schemas`, and names them to editors in `.vscode`.

    Example: gsca schema --write
    """
    if write_files + check_only + (kind is not None) > 1:
        message = "KIND, --write and --check exclude each other"
        raise UsageError(message)
    if dry_run and not write_files:
        message = "--dry-run shows what --write would change: give both"
        raise UsageError(message)
    if write_files:
        return _write(root, the_day(today), dry_run=dry_run)
    wanted = the_kind(kind) if kind else None
    worktree = open_worktree(root)
    # Whoever begins has no data yet, and needs to know what may stand in it.
    alliance = unchecked(worktree, the_day(today), may_be_empty=True)
    if check_only:
        return _said(_stale(worktree, alliance))
    write(_printed(alliance, wanted))
    return 0


def _printed(alliance: Alliance, kind: Kind | None) -> str:
    """One schema, or all of them by kind; each holds the ids itself, so that it works alone."""
    every = choices_of(alliance, [kind] if kind else list(Kind))
    schemas = {each: json_schema(each, choices) for each, choices in every.items()}
    return json_text(schemas[kind] if kind else schemas) + "\n"


def _stale(worktree: Worktree, alliance: Alliance) -> Sequence[SchemaFile]:
    """The files that are not as they should be."""
    files = [*schema_files(worktree.root, alliance), *settings_files(worktree.root)]
    return [each for each in files if not each.is_current]


def _said(stale: Sequence[SchemaFile]) -> int:
    """Name the files that are out of date."""
    for each in stale:
        write(f"{each.path} {'is missing' if each.before is None else 'is out of date'}\n")
    if stale:
        tell("`gsca schema --write` brings them up to date")
    return int(bool(stale))


def _write(root: Path | None, day: date, *, dry_run: bool) -> int:
    """Write what is out of date, and name it; or only show it."""
    if dry_run:
        worktree = open_worktree(root)
        stale = _stale(worktree, unchecked(worktree, day, may_be_empty=True))
        changes = [each.change for each in stale if each.after is not None]
        write(render_diff(changes))
        number = f"{len(changes)} file{'s'[: len(changes) != 1]}"
        tell(f"{number} would change; nothing is written (--dry-run)")
        return 0
    top = the_root(root)
    with editing(top) as store:
        worktree = Worktree(top)
        stale = _stale(worktree, unchecked(worktree, day, may_be_empty=True))
        store.write([each.change for each in stale if each.after is not None])
    _tell_written(stale)
    return 0


def _tell_written(stale: Sequence[SchemaFile]) -> None:
    for each in stale:
        if each.after is None:
            tell(f"{each.path} is left alone, since it is no plain JSON; add: {by_hand(each.path)}")
        else:
            write(f"wrote {each.path}\n")
    if not stale:
        write("All schemas are up to date.\n")
