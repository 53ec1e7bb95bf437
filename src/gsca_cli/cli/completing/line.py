"""A line as far as it is typed: its words, and what the last of them is to be."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

COMMAND: Final = "command"
OPTION: Final = "option"

IDS: Final = "ids"

_QUOTES: Final = "'\""
_FILTERS: Final = ("region", "country", "policy", "policy=status", "step=status", "programme")


class Typed(NamedTuple):
    """What stands before the word that is typed, and what that word is.

    `what` is `command`, `option`, or what the table says of an option or an argument; None where
    nothing is known. `head` is the part of the word that stays. `chosen`: the records are chosen by
    options, not by their ids.
    """

    what: Any
    head: str
    text: str
    command: str | None
    arguments: Sequence[str]
    options: Mapping[str, Sequence[str]]
    chosen: bool


def split_line(line: str) -> list[str]:
    """The words of a line of bash; the last is unfinished, and may be empty."""
    words = [""]
    quote = ""
    letters = iter(line)
    for letter in letters:
        if letter == quote:
            quote = ""
        elif letter == "\\" and quote != "'":
            words[-1] += next(letters, "")
        elif not quote and letter in _QUOTES:
            quote = letter
        elif not quote and letter.isspace():
            words += [""] if words[-1] else []
        else:
            words[-1] += letter
    return words


def typed(table: Mapping[str, Any], words: Sequence[str]) -> Typed:
    """What the last of some words is to be."""
    *before, text = words
    reading = _Reading(table)
    for word in before:
        reading.read(word)
    return reading.end(text)


def options_of(table: Mapping[str, Any], command: str | None) -> Mapping[str, Any]:
    """The options of a command, or those that stand before any."""
    entry = table if command is None else table["commands"].get(command, {})
    options: Mapping[str, Any] = entry.get("options", {})
    return options


def arguments_of(table: Mapping[str, Any], command: str | None) -> Sequence[Mapping[str, Any]]:
    """The arguments of a command, in order."""
    found: Sequence[Mapping[str, Any]] = table["commands"].get(command, {}).get("arguments", [])
    return found


class _Reading:
    """Reads the words before the last, as the commands themselves would."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._command: str | None = None
        self._arguments: list[str] = []
        self._options: dict[str, list[str]] = {}
        self._waiting = ""
        self._only_arguments = False

    def read(self, word: str) -> None:
        """Take a finished word in."""
        if self._waiting:
            self._options[self._waiting].append(word)
            self._waiting = ""
        elif self._only_arguments or not word.startswith("-"):
            self._read_argument(word)
        elif word == "--":
            self._only_arguments = True
        else:
            name, sign, value = word.partition("=")
            self._options.setdefault(name, []).extend([value] if sign else [])
            self._waiting = "" if sign or self._takes(name) is None else name

    def end(self, text: str) -> Typed:
        """What the word is that has not ended yet."""
        if self._waiting:
            return self._typed(self._takes(self._waiting), text)
        if text.startswith("-") and not self._only_arguments:
            name, sign, value = text.partition("=")
            if sign:
                return self._typed(self._takes(name), value, name + sign)
            return self._typed(OPTION, text)
        return self._typed(COMMAND if self._command is None else self._argument(), text)

    def _read_argument(self, word: str) -> None:
        if self._command is None:
            self._command = word
        else:
            self._arguments.append(word)

    def _argument(self) -> Any:
        """What the next argument is."""
        wanted = arguments_of(self._table, self._command)
        if self._chosen():
            wanted = [each for each in wanted if each["what"] != IDS]
        place = len(self._arguments)
        if place < len(wanted):
            return wanted[place]["what"]
        return wanted[-1]["what"] if wanted and wanted[-1]["again"] else None

    def _chosen(self) -> bool:
        return any(self._takes(name) in _FILTERS for name in self._options)

    def _takes(self, name: str) -> Any:
        """What follows an option; None where nothing does."""
        return options_of(self._table, self._command).get(name, {}).get("what")

    def _typed(self, what: Any, text: str, head: str = "") -> Typed:
        chosen = self._chosen()
        return Typed(what, head, text, self._command, self._arguments, self._options, chosen)
