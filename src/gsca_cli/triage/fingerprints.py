"""What a finding is known by while the lines around it move."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final

from gsca_cli.findings import Finding

_LONGEST: Final = 1_000
"""As much of a line as a finding is known by: a line may be a megabyte long."""
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


def introduced(now: Sequence[Finding], before: Sequence[Finding]) -> list[Finding]:
    """The findings of now that were not there before, even if their lines have moved.

    Both must have their excerpts.
    """
    known = set(fingerprints(before))
    return [
        finding for finding, mark in zip(now, fingerprints(now), strict=True) if mark not in known
    ]
