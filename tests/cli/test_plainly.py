"""What is read plainly is what typer would read, and what makes no sense is left to it."""

import shlex
from contextvars import copy_context
from enum import StrEnum
from types import FunctionType
from typing import Annotated, Any

import pytest
import typer
from cli.test_app import loaded_by

from gsca_cli.cli import reading
from gsca_cli.cli.by_typer import for_typer
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.known_commands import COMMANDS, Command, command_called
from gsca_cli.cli.plainly import read_plainly

PLAIN = [
    "validate",
    "validate --no-cache --root .",
    "validate --root=. --at HEAD~1 --today 2022-06-11",
    "validate pyproject.toml not-there src --strict --no-cache",
    "validate --no-strict --select a,b --select c --ignore d",
    "validate --max-findings=7",
    "validate --format=sarif -o - --changed-since main",
    "validate --stdin --as data/cities/oslo.yaml --output out.txt",
    "validate -",
    "explain",
    "explain overdue --format md",
    "report oslo --sort name --limit 3 --lang pt-BR --table steps",
    "report --since last-meeting",
    "list cities --region north --region south --country NO --columns name,country",
    "list cities --selected a=b --step letter= --programme x",
    "show oslo --blame",
    "diff",
    "diff HEAD~3 --region north --exit-code",
    "trend north --by year --recorded",
    "log oslo",
    "log oslo steps.letter --reverse",
    "new city oslo name=Oslo country=NO",
    "set oslo name=Oslo --dry-run --force",
    "set --country NO -y name=a=b",
    "rename oslo bergen",
    "fix data --select x",
    "fmt --check",
    "merge-driver a b c --path x --marker-size 9",
    "schema --write",
    "schema city",
    "completion fish",
]
"""Command lines that need no typer."""

DOUBTFUL = [
    "validate --help",
    "validate --nonsense",
    "validate --strict=yes",
    "diff HEAD~3 --no-exit-code",
    "validate --root",
    "validate --root --strict",
    "validate --root . --root src",
    "validate --strict --strict",
    "validate --max-findings x",
    "validate --max-findings -1",
    "validate --max-findings 1_000",
    "validate --max-findings 99999999999999999999",
    "validate --format SARIF",
    "validate -oout.txt",
    "validate -- --strict",
    "validate ''",
    "validate --root=",
    "validate --root=-x",
    "merge-driver a b c --marker-size 1001",
    "report a b",
    "report --limit 0",
    "list",
    "new city",
    "completion tcsh",
    "set",
]
"""Command lines of which typer must say what they mean, or what is wrong."""


def heard_by_typer(command: Command, words: list[str]) -> Any:
    """What typer calls a command with."""
    heard: list[Any] = []

    def listening(**values: Any) -> None:
        heard.append(values)

    meant = for_typer(command)
    listening.__annotations__ = meant.__annotations__
    listening.__signature__ = meant.__signature__  # type: ignore[attr-defined]
    app = typer.Typer(add_completion=False)
    app.command()(listening)
    app(words, standalone_mode=False)
    return heard[0]


def with_defaults(command: FunctionType, values: dict[str, Any]) -> dict[str, Any]:
    left_out = command.__defaults__ or ()
    names = list(command.__annotations__)[:-1]
    return dict(zip(names[len(names) - len(left_out) :], left_out, strict=True)) | values


def command_in(line: str) -> tuple[FunctionType, list[str]]:
    name, *words = shlex.split(line)
    command = command_called(name)
    assert isinstance(command, FunctionType)
    return command, words


@pytest.mark.parametrize("line", PLAIN)
def test_what_is_read_plainly_is_what_typer_reads(line: str) -> None:
    command, words = command_in(line)
    # What an option changes for a run is gone with it.
    run = copy_context()
    found = run.run(read_plainly, command, words)
    assert found is not None
    told = with_defaults(command, found)
    meant = copy_context().run(heard_by_typer, command, words)
    assert told == meant
    assert [type(value) for value in told.values()] == [type(meant[name]) for name in told]
    cached = reading._cached  # noqa: SLF001 (what the option changes)
    assert run.get(cached, True) is ("--no-cache" not in words)


@pytest.mark.parametrize("line", DOUBTFUL)
def test_what_may_mean_something_else_is_left_to_typer(line: str) -> None:
    assert read_plainly(*command_in(line)) is None


def test_every_command_can_be_read_plainly() -> None:
    assert {line.partition(" ")[0] for line in PLAIN} == set(COMMANDS)


def test_a_file_that_must_not_be_read_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert read_plainly(*command_in("validate pyproject.toml")) is None
    assert read_plainly(*command_in("validate not-there")) is not None


class Colour(StrEnum):
    RED = "red"


def asking(
    secret: Annotated[str, Option("--secret", prompt=True)] = "",
) -> None:
    """Declare what only typer knows."""


def both(first: Annotated[list[str], Argument()], last: Annotated[str, Argument()] = "") -> None:
    """Have words in places of which it is not certain which is whose."""


def undeclared(colour: Colour = Colour.RED) -> None:
    """Leave it to typer what a parameter is."""


@pytest.mark.parametrize("command", [asking, both, undeclared])
def test_a_command_that_declares_what_is_not_known_is_left_to_typer(command: FunctionType) -> None:
    assert read_plainly(command, ["a"]) is None


@pytest.mark.parametrize("line", ["validate", "explain overdue", "list cities --limit 1"])
def test_a_line_that_is_typed_plainly_is_run_without_typer(line: str) -> None:
    assert "typer" not in loaded_by(*line.split())
