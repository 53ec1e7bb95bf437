"""Write the table that completion reads, of the commands, the codes and the models.

    PYTHONPATH=src python3 scripts/completion_table.py

needs what gsca itself needs, and writes `src/gsca_cli/cli/completing/table.json` anew.

A command has `options` and `arguments`. `what` stands behind them: a list of words, or the name of
something that `completing/candidates.py` knows; empty if it is anything else. Flags have none.
"""
# ruff: noqa: INP001 (a script is in no package)

import json
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo
from typer.main import get_command

from gsca_cli.cli.by_typer import app_for
from gsca_cli.cli.commands.trend import TRENDS
from gsca_cli.cli.completing.table import TABLE
from gsca_cli.cli.known_commands import COMMANDS
from gsca_cli.cli.reports import REPORTS
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.cldr import country_name
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Sort, Value, Words, shape_of
from gsca_cli.records.values import Model
from gsca_cli.rules.catalogue import rules
from gsca_cli.snapshots.repository import DATA, EXTENSIONS, FOLDERS, MARKER

WHAT: Final[Mapping[str, str]] = {
    "PATH": ":files",
    "FILE": ":files",
    "DIR": ":folders",
    "CODE": "code",
    "CODE[,...]": "codes",
    "ID": "id",
    "ID[,ID...]": "ids",
    "KIND": "kind",
    "OLD": "id",
    "ANCESTOR": ":files",
    "OURS": ":files",
    "THEIRS": ":files",
    "ROUTE=VALUE": "route",
    "POLICY[=STATUS]": "policy=status",
    "STEP[=STATUS]": "step=status",
    "TAG": "language",
}
"""What the placeholders of the commands stand for."""
BY_NAME: Final = ("region", "country", "policy", "programme")
"""Options that are called as what they take."""
NARROWER: Final[Mapping[tuple[str, str], str]] = {
    ("report", "ID"): "id:" + ",".join(kind for kind in REPORTS if kind is not Kind.ALLIANCE),
    ("trend", "ID"): "id:" + ",".join(TRENDS),
    ("list", "KIND"): "kinds",
    ("schema", "KIND"): "every-kind",
    ("new", "ID"): "",
}
"""Commands that take less than their placeholders say, or call it otherwise."""

Table = dict[str, Any]


def table() -> Table:
    """All of it."""
    models: dict[str, Table] = {}
    for kind in Kind:
        _collect(shape_of(kind), models)
    kinds = list(FOLDERS.values())
    return {
        "layout": _layout(),
        "commands": {name: _command(name) for name in COMMANDS},
        "options": _options("", get_command(app_for([]))),
        "kind": dict.fromkeys(kinds, ""),
        "every-kind": dict.fromkeys(Kind, ""),
        "kinds": {kind.plural: "" for kind in kinds},
        "code": {rule.code: rule.what for rule in rules().values()},
        "check": {rule.code: rule.what for rule in rules().values() if rule.adjustable},
        "country": {code: country_name(code, "en") for code in sorted(COUNTRY_CODES)},
        "records": {kind: MODELS[kind].__name__ for kind in Kind},
        "models": models,
    }


def text() -> str:
    """The table as it stands in its file: one line for what belongs together."""
    parts = [f"{json.dumps(key)}: {_laid_out(value)}" for key, value in table().items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _laid_out(value: Table) -> str:
    lines = [
        f" {json.dumps(key)}: {json.dumps(each, ensure_ascii=False)}" for key, each in value.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}"


def _layout() -> Table:
    return {
        "marker": MARKER,
        "data": DATA,
        "extensions": EXTENSIONS,
        "folders": {kind: folder for folder, kind in FOLDERS.items()},
        "shared": Kind.ALLIANCE,
    }


def _command(name: str) -> Table:
    command = get_command(app_for([name])).commands[name]  # type: ignore[attr-defined]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    return {
        "about": COMMANDS[name][1],
        "arguments": [each for argument in arguments for each in _argument(name, argument)],
        "options": _options(name, command),
    }


def _argument(command: str, argument: Any) -> Iterator[Table]:
    """One argument, or the several that it stands for, as in `ID ROUTE=VALUE...`."""
    choices = getattr(argument.type, "choices", None)
    for word in (argument.metavar or "").split():
        name = re.sub(r"^\[(.*)\]$", r"\1", word.removesuffix("..."))
        what = list(choices) if choices else _meant(command, name)
        yield {"what": what, "again": word.endswith("...")}


def _options(command: str, holder: Any) -> Table:
    """The options of a command by each of their names."""
    found: Table = {}
    for option in holder.get_params(holder.context_class(holder)):
        if option.param_type_name == "option":
            entry: Table = {"about": option.help}
            if not option.is_flag:
                entry["what"] = _taken(command, option)
            if option.multiple:
                entry["again"] = True
            found |= dict.fromkeys([*option.opts, *option.secondary_opts], entry)
    return found


def _taken(command: str, option: Any) -> Any:
    if choices := getattr(option.type, "choices", None):
        return list(choices)
    if option.name in BY_NAME:
        return option.name
    return _meant(command, option.metavar or "")


def _meant(command: str, placeholder: str) -> str:
    return NARROWER.get((command, placeholder), WHAT.get(placeholder, ""))


def _collect(shape: Shape, models: dict[str, Table]) -> None:
    """Write down the fields of a model, and of those within."""
    match shape:
        case Fields(model=model) if model.__name__ not in models:
            fields = models[model.__name__] = {}
            for name, field in shape.names().items():
                inner = shape.at(name)
                fields[name] = {"about": field.description, "shape": _shape(inner, field)}
                _collect(inner, models)
        case Items(item=inner) | Entries(value=inner):
            _collect(inner, models)


def _shape(shape: Shape, field: FieldInfo | None = None) -> Table:
    """A shape as plain data."""
    match shape:
        case Fields(model=model, short=short, is_citation=is_citation):
            kept = {"short": short, "citation": is_citation}
            return {"fields": _name(model)} | {key: each for key, each in kept.items() if each}
        case Items(item=item):
            return {"items": _shape(item)}
        case Entries(key=key, value=value):
            return {"key": key.refers_to or _title(field), "of": _shape(value)}
        case Words():
            return {"texts": True}
        case Value(sort=Sort.FLAG):
            return {"words": ["true", "false"]}
        case Value(refers_to=target, words=words):
            if words:
                return {"words": list(words)}
            return {"value": name} if (name := target or _title(field)) else {}


def _name(model: type[Model]) -> str:
    return model.__name__


def _title(field: FieldInfo | None) -> str | None:
    """What is the value of a field, or the key of a map, where it has a name in the schemas."""
    if field is None:
        return None
    marks = list(field.metadata)
    for inner in typing.get_args(field.annotation)[:1]:
        marks += getattr(inner, "__metadata__", ())
    titles = [each.json_schema for each in marks if isinstance(each, WithJsonSchema)]
    named = [schema.get("title") for schema in titles if schema]
    return next((name for name in named if name in {"country", "check", "language"}), None)


if __name__ == "__main__":
    TABLE.write_text(text(), encoding="utf-8")
