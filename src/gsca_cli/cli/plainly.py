"""Reads a command line that is typed plainly, as typer would, but without typer.

Any doubt ends it, and typer reads the words: it knows every way to type them, and what to say of
those that make no sense. So what this module does not know costs time, and never an answer.
`tests/cli/test_plainly.py` compares the two.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import FunctionType, NoneType, UnionType
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from gsca_cli.cli.declared import Argument, Declared

_KNOWN: Final = {"callback", "expose_value", "help", "max", "metavar", "min"}
"""What a command may declare of a parameter; what anything else means, typer knows."""
_MOST_DIGITS: Final = 9


class _DoubtError(Exception):
    """typer is to read the words."""


class _Parameter(NamedTuple):
    """A parameter of a command: `several` words may be given for it, or none if not `required`."""

    name: str
    kind: Any
    several: bool
    required: bool
    declared: Declared

    @property
    def goes_by_its_place(self) -> bool:
        """Is it an argument, and no option?"""
        return isinstance(self.declared, Argument)

    def flags(self) -> Mapping[str, bool]:
        """What stands for yes, and for no, if it takes no value."""
        if self.kind is not bool or self.goes_by_its_place:
            return {}
        name = self.name.replace("_", "-")
        usual = {f"--{name}": True, f"--no-{name}": False}
        return dict.fromkeys(self.declared.names, True) or usual

    def options(self) -> Sequence[str]:
        """What stands before its value, if it takes one."""
        if self.kind is bool or self.goes_by_its_place:
            return ()
        return self.declared.names or ("--" + self.name.replace("_", "-"),)


def read_plainly(command: FunctionType, words: Sequence[str]) -> dict[str, Any] | None:
    """What a command is called with, by its parameters; None if typer is to read the words."""
    try:
        parameters = list(_parameters(command))
        given = _given(parameters, words)
        values = {
            each.name: _value(each, given[each.name]) for each in parameters if each.name in given
        }
        _doubt_unless(all(each.name in values for each in parameters if each.required))
    except (_DoubtError, ValueError):
        return None
    return _after_callbacks(parameters, values)


def _doubt_unless(holds: bool) -> None:  # noqa: FBT001 (what is asked)
    if not holds:
        raise _DoubtError


def _parameters(command: FunctionType) -> Iterator[_Parameter]:
    """The parameters of a command, in their order.

    They are read here, since `inspect` takes half as long to load as typer.
    """
    hints = {name: hint for name, hint in command.__annotations__.items() if name != "return"}
    required = len(hints) - len(command.__defaults__ or ())
    for number, (name, hint) in enumerate(hints.items()):
        _doubt_unless(get_origin(hint) is Annotated)
        kind, *more = get_args(hint)
        _doubt_unless(len(more) == 1 and isinstance(more[0], Declared))
        _doubt_unless(more[0].settings.keys() <= _KNOWN)
        kind = _where_given(kind)
        several = get_origin(kind) is list
        yield _Parameter(
            name, get_args(kind)[0] if several else kind, several, number < required, more[0]
        )


def _where_given(kind: Any) -> Any:
    """The type of what is given, where it may be left out."""
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return kinds[0] if isinstance(kind, UnionType) and len(kinds) == 1 else kind


def _given(parameters: Sequence[_Parameter], words: Sequence[str]) -> Mapping[str, Sequence[Any]]:
    """What is given for each parameter: words, or yes or no."""
    flags = {flag: (each, yes) for each in parameters for flag, yes in each.flags().items()}
    options = {option: each for each in parameters for option in each.options()}
    given: dict[str, list[Any]] = {}
    others: list[str] = []
    left = _apart(words, options)
    for word in left:
        if word in flags:
            flag, yes = flags[word]
            given.setdefault(flag.name, []).append(yes)
        elif word in options:
            given.setdefault(options[word].name, []).append(_plain(next(left, "")))
        else:
            others.append(_plain(word))
    return given | _by_place([each for each in parameters if each.goes_by_its_place], others)


def _apart(words: Sequence[str], options: Mapping[str, _Parameter]) -> Iterator[str]:
    """The words, an option and its value apart: `--root=DIR`."""
    for word in words:
        option, sign, value = word.partition("=")
        if sign and option.startswith("--") and option in options:
            yield option
            yield value
        else:
            yield word


def _plain(word: str) -> str:
    """A word that is no option, and not empty."""
    _doubt_unless(word == "-" or not word.startswith("-"))
    _doubt_unless(bool(word))
    return word


def _by_place(parameters: Sequence[_Parameter], words: list[str]) -> dict[str, list[str]]:
    """The words that no option takes, each with the parameter in whose place it stands."""
    given = {}
    for parameter in parameters:
        _doubt_unless(not parameter.several or parameter is parameters[-1])
        taken = len(words) if parameter.several else 1
        if words[:taken]:
            given[parameter.name] = words[:taken]
        words = words[taken:]
    _doubt_unless(not words)
    return given


def _value(parameter: _Parameter, given: Sequence[Any]) -> Any:
    """What a command takes for what is given."""
    if parameter.several:
        return [_read(parameter, each) for each in given]
    _doubt_unless(len(given) == 1)
    return _read(parameter, given[0])


def _read(parameter: _Parameter, given: Any) -> Any:
    kind = parameter.kind
    if kind in (bool, str):
        return given
    if kind is int:
        _doubt_unless(given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS)
        number, settings = int(given), parameter.declared.settings
        _doubt_unless(settings.get("min", 0) <= number <= settings.get("max", number))
        return number
    if kind is Path:
        # typer refuses what is there and must not be read.
        _doubt_unless(os.access(given, os.R_OK) or not os.path.lexists(given))
        return Path(given)
    _doubt_unless(isinstance(kind, type) and issubclass(kind, Enum))
    return kind(given)


def _after_callbacks(parameters: Sequence[_Parameter], values: dict[str, Any]) -> dict[str, Any]:
    """The values, once those are told who wait for one of them; some are for nobody else."""
    for parameter in parameters:
        settings = parameter.declared.settings
        if "callback" in settings:
            # Only a flag has one: that is no where it is not given.
            settings["callback"](values.get(parameter.name, False))
        if not settings.get("expose_value", True):
            values.pop(parameter.name, None)
    return values
