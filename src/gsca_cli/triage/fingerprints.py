"""What a finding is known by while the lines around it move."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from gsca_cli.findings import Finding

if TYPE_CHECKING:
    from gsca_cli.records.new_ids import NewIds

_LONGEST: Final = 1_000
"""As much of a line as a finding is known by: a line may be a megabyte long."""
_WORD = re.compile(r"[\w-]+")
_SPEAKING = re.compile(r"(?<!\S)#[ ]*gsca[ ]*:.*", re.IGNORECASE)


def fingerprints(findings: Iterable[Finding], read: Callable[[str], str] = str) -> list[str]:
    """What each finding is known by while the lines around it move: hexadecimal, 32 digits.

    It is made of the code, the path, the text of the line without a comment that allows something,
    and how many like it came before. The findings must have their excerpts. `read` makes one of
    lines that are to be taken for the same.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        alike = f"{finding.code}\x00{finding.location.path}\x00{read(_text(finding))}"
        seen[alike] += 1
        text = f"{alike}\0{seen[alike]}"
        made.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made


def _text(finding: Finding) -> str:
    """The line of a finding, without a comment behind it that speaks to gsca of it."""
    line = finding.excerpt[:_LONGEST]
    comment = _SPEAKING.search(line, finding.location.column)
    return line[: comment.start() if comment else None].strip()


def introduced(
    now: Sequence[Finding],
    before: Sequence[Finding],
    paths: Mapping[str, str] = MappingProxyType({}),
    read: Callable[[str], str] = str,
) -> list[Finding]:
    """The findings of now that were not there before, even if their lines or files have moved.

    Both must have their excerpts. `paths` are those of now by those before; `read` makes one
    of lines that are to be taken for the same.
    """
    known = set(fingerprints([in_its_place(finding, paths) for finding in before], read))
    marks = fingerprints(now, read)
    return [finding for finding, mark in zip(now, marks, strict=True) if mark not in known]


def in_its_place(finding: Finding, paths: Mapping[str, str]) -> Finding:
    """A finding of before, in the file that holds its record now; `paths` say which have moved."""
    at = finding.location
    if at.path not in paths:
        return finding
    return finding._replace(location=at._replace(path=paths[at.path]))


def reader(ids: "NewIds") -> Callable[[str], str]:
    """Reads lines so that the ids of one record, that before and that now, are the same word."""
    alike: dict[str, set[str]] = {}
    for (_, old), new in ids.now.items():
        # Records of several kinds may have had one id.
        same = alike.get(old, {old}) | alike.get(new, {new})
        alike |= dict.fromkeys(same, same)
    words = {word: min(same) for word, same in alike.items()}
    return lambda line: _WORD.sub(lambda word: words.get(word[0], word[0]), line)
