"""A note in a record of the small alliance, and what one check finds in it."""

from collections.abc import Callable, Sequence

from small_alliance import OSLO, checked

from gsca_cli.findings import Finding

PATH = "data/cities/oslo.yaml"
LINE = OSLO.count("\n") + 2
"""The line on which the text of the note begins, at column 11."""
_BEFORE = 10

Said = Callable[[str], list[str]]


def with_note(text: str) -> str:
    """The record with a note, the text as it stands in the file."""
    return f"{OSLO}notes:\n  - text: {text}\n"


def only(code: str) -> tuple[Said, Said, Said]:
    """What a check finds in a record, and in a note on one line, and the cures there.

    The first gives `line:column-end code: message`, the second the same without the line, its
    columns counted from where the text of the note begins.
    """

    def in_record(text: str) -> Sequence[Finding]:
        return [each for each in checked({PATH: text}).findings if each.code == code]

    def found(text: str) -> list[str]:
        return [f"{each.location.line}:{_shown(each, 0)}" for each in in_record(text)]

    def in_note(text: str) -> list[str]:
        findings = in_record(with_note(text))
        assert all(each.location.line == LINE for each in findings)
        return [_shown(each, _BEFORE) for each in findings]

    def cures(text: str) -> list[str]:
        return [each.hint for each in in_record(with_note(text))]

    return found, in_note, cures


def _shown(finding: Finding, before: int) -> str:
    at = finding.location
    return f"{at.column - before}-{at.end_column - before} {finding.code}: {finding.message}"
