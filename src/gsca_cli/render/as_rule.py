"""Rules as text for a terminal, and as Markdown: `gsca explain`, and the page of all checks."""

import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from gsca_cli.render.columns import columns
from gsca_cli.rules.catalogue import Rule

_PAGE = """\
# Checks

`gsca validate` reads every file of an alliance, and then holds the records against its checks: \
the rules of the data. Each finding has a code. This page says what each code means, why it \
matters and how to mend it; `gsca explain CODE` says the same at the terminal.

How much a finding matters is its severity. An *error* fails the run; a *warning* fails it only \
under `--strict`; a *notice* is there to be read.

An alliance may weigh a check in another way. In `gsca.yaml`, a line under `checks` makes it an \
`error`, a `warning` or a `notice`, or silences it:

```yaml
checks:
  claim-mismatch: notice
  missing-source: silent
```

A comment allows one finding. It stands at the end of the line of the finding, or alone above \
that line, names the code and gives the reason; what is found in a file as a whole, it allows at \
the top of the file:

```yaml
name: Oslo  # gsca: allow missing-source because the letter is not public
```

The codes of reading come first, then the checks. What reading reports can be neither set nor \
allowed: a file that cannot be read is left out, whatever it says, and the rest is checked \
without it.

| Code | Severity | Meaning |
| --- | --- | --- |
"""

_OF_READING = (
    "No comment allows this, and `gsca.yaml` cannot silence it: it comes from reading the files, "
    "not from a check. What cannot be read is left out until it is mended."
)
_MORE = "`gsca explain CODE` says more about one of them."
_TO_ALLOW = "To allow one finding, write on its line, or alone on a line above it:"
_TO_SET = (
    "To silence the check, or to make it an `error`, a `warning` or a `notice`, write in "
    "`gsca.yaml`:"
)
_GAP = 2
_INDENT = " " * 4
_NARROWEST = 24
"""Columns: what a list of codes gives to the words at least, however narrow the terminal is."""


def rules_page(rules: Iterable[Rule]) -> str:
    """A page that begins with a table of all codes, and says everything of each."""
    listed = list(rules)
    rows = "".join(
        f"| [`{rule.code}`](#{rule.code}) | {rule.severity} | {_cell(rule.what)} |\n"
        for rule in listed
    )
    return f"{_PAGE}{rows}\n{rules_markdown(listed)}"


def rules_markdown(rules: Iterable[Rule]) -> str:
    """One rule after the other, each under a heading of its own."""
    return "\n".join(rule_markdown(rule) for rule in rules)


def rule_markdown(rule: Rule) -> str:
    """A heading, what the code means and why it matters, the examples and the cure."""
    paragraphs = (f"*{rule.severity.capitalize()}.* {rule.what}", *rule.why)
    return (
        f"## {rule.code}\n\n"
        + "".join(f"{each}\n\n" for each in paragraphs)
        + _item("Wrong", rule.wrong)
        + _item("Right", rule.right)
        + _item("To fix it", rule.cure)
    )


def _item(name: str, text: str) -> str:
    """Words stand beside the name, lines of a file below it."""
    if not text.endswith("\n"):
        return f"- **{name}:** {text}\n"
    return f"- **{name}:**\n\n" + indent(f"```yaml\n{text}```\n", "  ") + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def rules_text(rules: Iterable[Rule], width: int) -> str:
    """One rule after the other, as text of a width."""
    return "\n\n".join(rule_text(rule, width) for rule in rules)


def rule_text(rule: Rule, width: int) -> str:
    """Everything about a rule, as text of a width; lines of a file are never broken."""
    built_in = ", as built in" if rule.adjustable else ""
    blocks = [
        f"{rule.code} ({rule.severity}{built_in})",
        *(_filled(each, width) for each in (rule.what, *rule.why)),
        f"Wrong:\n{_example(rule.wrong, width)}",
        f"Right:\n{_example(rule.right, width)}",
        _filled(f"To fix it: {rule.cure}", width),
        *(_adjusting(rule.code, width) if rule.adjustable else [_filled(_OF_READING, width)]),
    ]
    return "\n\n".join(blocks) + "\n"


def _example(text: str, width: int) -> str:
    lines = text if text.endswith("\n") else _filled(text, width - len(_INDENT))
    return indent(lines.rstrip("\n"), _INDENT)


def _adjusting(code: str, width: int) -> Iterator[str]:
    """How to allow what a check finds, and how to silence the check."""
    comment = f"# gsca: allow {code} because ..."
    yield f"{_filled(_TO_ALLOW, width)}\n{indent(comment, _INDENT)}"
    setting = f"checks:\n  {code}: silent"
    yield f"{_filled(_TO_SET, width)}\n{indent(setting, _INDENT)}"


def rules_list(rules: Iterable[Rule], width: int) -> str:
    """A line for each rule: its code, its severity, what it says; long ones go on below."""
    listed = list(rules)
    code = max(len(rule.code) for rule in listed) + _GAP
    severity = max(len(rule.severity) for rule in listed) + _GAP
    room = max(width - code - severity, _NARROWEST)
    lines = []
    for rule in listed:
        first, *more = _wrapped(rule.what, room)
        lines.append(f"{rule.code:{code}}{rule.severity:{severity}}{first}")
        lines += [" " * (code + severity) + line for line in more]
    return "\n".join([*lines, "", _filled(_MORE, width)]) + "\n"


def _filled(text: str, width: int) -> str:
    return "\n".join(_wrapped(text, width))


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of a width; what stands between backticks stays on one line where it fits."""
    lines = [""]
    for word in _words(text, width):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and columns(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _words(text: str, width: int) -> Iterator[str]:
    for word in re.findall(r"(?:`[^`]*`|\S)+", text):
        yield from [word] if columns(word) <= width else word.split()
