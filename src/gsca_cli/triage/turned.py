"""What became of findings from one moment to another."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from gsca_cli.findings import Allowed, Finding
from gsca_cli.triage.fingerprints import fingerprints


class Found(NamedTuple):
    """What was found at a moment, and what a comment allowed then; all with their excerpts.

    `unread` are the files in which not all was looked for, since they could not be read.
    """

    findings: Sequence[Finding] = ()
    allowed: Sequence[Allowed] = ()
    unread: Collection[str] = ()


class Turned(NamedTuple):
    """What became of findings from one moment to another.

    `allowed` are those that a comment allows now, and did not before; `disallowed` those that
    nothing allows any more, each with the reason that there was.
    """

    introduced: Sequence[Finding]
    cured: Sequence[Finding]
    allowed: Sequence[Allowed]
    disallowed: Sequence[Allowed]


def turned(before: Found, now: Found, read: Callable[[str], str] = str) -> Turned:
    """What became of findings; one that a comment allows is still there, so it is not cured.

    Nor is one in a file that cannot be read now: nobody knows whether it is still there.
    `read` makes one of lines that are to be taken for the same.
    """
    open_before, allowed_before = _by_mark(before, read)
    open_now, allowed_now = _by_mark(now, read)
    known, kept = {*open_before, *allowed_before}, {*open_now, *allowed_now}
    return Turned(
        [finding for mark, finding in open_now.items() if mark not in known],
        [
            finding
            for mark, finding in open_before.items()
            if mark not in kept and finding.location.path not in now.unread
        ],
        [each for mark, each in allowed_now.items() if mark not in allowed_before],
        [
            Allowed(finding, allowed_before[mark].reason)
            for mark, finding in open_now.items()
            if mark in allowed_before
        ],
    )


def _by_mark(
    found: Found, read: Callable[[str], str]
) -> tuple[dict[str, Finding], dict[str, Allowed]]:
    """What is open and what is allowed, by fingerprints that tell all of them apart."""
    # Two that are alike are told apart by their order, be one of them allowed or not.
    every = [
        *((each, None) for each in found.findings),
        *((each[0], each) for each in found.allowed),
    ]
    every.sort(key=lambda each: each[0].rank)
    marks = fingerprints((finding for finding, _ in every), read)
    marked = list(zip(marks, every, strict=True))
    return (
        {mark: finding for mark, (finding, allowed) in marked if allowed is None},
        {mark: allowed for mark, (_, allowed) in marked if allowed is not None},
    )
