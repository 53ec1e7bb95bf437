"""What gsca promises of any input: every finding has a place, a known code and printable words."""

from collections.abc import Iterator, Mapping, Sequence

from gsca_cli.findings import Finding, Location
from gsca_cli.rules.catalogue import rules
from gsca_cli.snapshots.repository import MARKER


def broken_promises(findings: Sequence[Finding], contents: Mapping[str, bytes]) -> list[str]:
    """What some findings lack, of which the files are given by path; nothing if all is well."""
    lines = _Lines(contents)
    return [f"{reason}: {finding}" for finding in findings for reason in _missing(finding, lines)]


class _Lines:
    """The lengths of the lines of files, each file split once."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents
        self._lengths: dict[str, list[int]] = {}

    def of(self, path: str) -> list[int]:
        if path not in self._lengths:
            text = self._contents[path].decode("utf-8", errors="replace").removeprefix("\ufeff")
            self._lengths[path] = [len(line.removesuffix("\r")) for line in text.split("\n")]
        return self._lengths[path]

    def hold(self, path: str) -> bool:
        return path in self._contents


def _missing(finding: Finding, lines: _Lines) -> Iterator[str]:
    if finding.code not in rules():
        yield "a code that nobody explains"
    for words in (finding.message, finding.hint):
        if not words.strip():
            yield "no words"
        elif not words.isprintable():
            yield "words that cannot be printed"
    for location in (finding.location, *(each.location for each in finding.related)):
        if not _exists(location, lines):
            yield f"no such place as {location}"


def _exists(location: Location, lines: _Lines) -> bool:
    if not lines.hold(location.path):
        # That there are no settings is said of the file that should be there.
        return location == Location(MARKER)
    lengths = lines.of(location.path)
    if not 1 <= location.line <= len(lengths):
        return False
    # A finding may stand at the end of a line: behind the last character.
    last = lengths[location.line - 1] + 1
    return 1 <= location.column <= last and location.column <= location.end_column
