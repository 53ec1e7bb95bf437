"""An independent reader of workflow commands, after `ActionCommand.cs` of actions/runner (MIT)."""

import re
from dataclasses import dataclass
from typing import Final

REGISTERED: Final = {"error", "warning", "notice", "set-env", "add-path", "stop-commands", "group"}
_DATA: Final = (("\r", "%0D"), ("\n", "%0A"), ("%", "%25"))
_PROPERTY: Final = (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25"))


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command | None]:
    """What the runner sees in each line that a step writes; None is a line for the log."""
    *lines, rest = re.split(r"\r\n|\r|\n", text)
    assert rest == ""
    return [_command(line) for line in lines]


def _command(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, space, properties = line[2:end].partition(" ")
    if name not in REGISTERED:
        return None
    pairs = dict(_pairs(properties.strip())) if space else {}
    return Command(name, pairs, _unescaped(line[end + 2 :], _DATA))


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for part in text.split(","):
        name, _, value = part.partition("=")
        # .NET drops empty parts, and the equals signs that a value begins with.
        if name and (value := value.lstrip("=")):
            pairs.append((name, _unescaped(value, _PROPERTY)))
    return pairs


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for letter, escape in escapes:
        text = text.replace(escape, letter)
    return text
