"""What tells an editor which schema is for which record, in its settings."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import (
    EDITOR_SETTINGS,
    record_pattern,
    schema_path,
)

_SCHEMAS: Final = "yaml.schemas"
# The catalogue on the web would be asked for each file, and may know another by its name.
_CATALOGUE: Final = "yaml.schemaStore.enable"
_RECOMMENDED: Final = "recommendations"
_EXTENSION: Final = "redhat.vscode-yaml"

_Change = Callable[[dict[str, Any]], dict[str, Any]]

_INDENTS: Final[tuple[int | str, ...]] = (2, 4, "\t")


def settings_text(before: str | None) -> str | None:
    """The settings of a folder with the schemas in them; None if they cannot be changed safely."""
    return _changed(before, _with_schemas)


def extensions_text(before: str | None) -> str | None:
    """The recommendations of a folder with the extension among them; None as above."""
    return _changed(before, _with_extension)


def by_hand(path: str) -> str:
    """What somebody must add to a file that is left alone, as JSON on one line."""
    wanted = _with_schemas({}) if path == EDITOR_SETTINGS else _with_extension({})
    return json.dumps(wanted)[1:-1]


def names_all(path: str, text: str) -> bool:
    """Does a file that is no plain JSON speak of all that it should?"""
    words = map(_schema_key, Kind) if path == EDITOR_SETTINGS else [_EXTENSION]
    return all(f'"{word}"' in text for word in words)


def _with_schemas(settings: dict[str, Any]) -> dict[str, Any]:
    schemas = {**settings.get(_SCHEMAS, {}), **{_schema_key(k): record_pattern(k) for k in Kind}}
    first = {} if _CATALOGUE in settings else {_CATALOGUE: False}
    return {**first, **settings, _SCHEMAS: schemas}


def _with_extension(settings: dict[str, Any]) -> dict[str, Any]:
    others = [each for each in settings.get(_RECOMMENDED, []) if each != _EXTENSION]
    if len(others) < len(settings.get(_RECOMMENDED, [])):
        return settings
    return {**settings, _RECOMMENDED: [*others, _EXTENSION]}


def _schema_key(kind: Kind) -> str:
    return f"./{schema_path(kind)}"


def _changed(before: str | None, change: _Change) -> str | None:
    """A file with a change in it, every other byte kept; None if that cannot be promised."""
    if before is None:
        return _dumped(change({}), 2)
    try:
        settings = json.loads(before)
        wanted = change(settings)
    except (ValueError, TypeError, AttributeError):
        return None
    if settings == wanted:
        return before
    if settings.items() <= wanted.items():
        return _with_members(before, settings, wanted)
    return next(_written_anew(before, settings, wanted), None)


def _with_members(before: str, settings: dict[str, Any], wanted: dict[str, Any]) -> str:
    """The text with what is missing behind its first brace."""
    indent = re.search(r'\n([ \t]+)"', before)
    missing = {key: value for key, value in wanted.items() if key not in settings}
    members = _dumped(missing, indent[1] if indent else 2).removesuffix("\n}\n")
    return before.replace("{", members + ("," if settings else "\n"), 1)


def _written_anew(before: str, settings: Any, wanted: dict[str, Any]) -> Iterator[str]:
    """The whole file, if it is written as it would be by us."""
    for indent in _INDENTS:
        if _dumped(settings, indent).strip() == before.strip():
            yield _dumped(wanted, indent)


def _dumped(value: dict[str, Any], indent: int | str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
