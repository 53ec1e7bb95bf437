"""The mends of findings, tried on their files; the rest of the alliance is not looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.applying import Applied, applied
from gsca_cli.editing.taken import Taken
from gsca_cli.findings import Finding, PutValue, RenameFile
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.snapshot import InMemory, Snapshot

_MOST_ALONE: Final = 20
"""As many mends of one file are tried one by one, where they do not go together."""
MOST_ROUNDS: Final = 60
"""As often one file is read again: a mend may show what the mistake has hidden."""

Choice = Callable[[Sequence[Finding]], Sequence[Finding]]
"""Which of some findings are to be mended."""


class Trial(NamedTuple):
    """Files with their new contents, None for one that is gone; and the findings mended by that."""

    contents: Mapping[str, bytes | None]
    mended: Sequence[Finding]


def tried(
    snapshot: Snapshot,
    alliance: Alliance,
    findings: Sequence[Finding],
    wanted: Choice,
    rounds: int = MOST_ROUNDS,
) -> Trial:
    """Mend some findings, and in files that could not be read what comes to light by that."""
    unread = {place.path for place in alliance.left_out}
    contents: dict[str, bytes | None] = {}
    mended: list[Finding] = []
    taken = Taken(snapshot)
    for path, group in groupby(_mendable(findings), key=lambda each: each.location.path):
        found = list(group)
        content = _read(snapshot, path)
        if content is None:
            continue
        mend = found[0].mend
        if isinstance(mend, RenameFile):
            if taken.move(path, mend.path):
                contents.update({path: None, mend.path: content})
                mended += found[:1]
            continue
        rounds_here = rounds if path in unread else 1
        done = _mended(path, content, found, wanted, rounds_here)
        if done.mended:
            contents[path] = done.content
            mended += done.mended
    return Trial(contents, mended)


def _mendable(findings: Iterable[Finding]) -> list[Finding]:
    return sorted((each for each in findings if each.mend), key=lambda each: each.rank)


def _read(snapshot: Snapshot, path: str) -> bytes | None:
    try:
        return snapshot.read(path)
    except OSError:
        return None


def _mended(
    path: str, content: bytes, findings: Sequence[Finding], wanted: Choice, rounds: int
) -> Applied:
    """A file with its findings mended, and then what these have hidden."""
    mended: list[Finding] = []
    for _ in range(rounds):
        done = _carefully(path, content, findings)
        if not done.mended:
            break
        mended += done.mended
        content = done.content
        found = _found(path, content)
        if not found:
            break
        findings = [each for each in wanted(found) if each.mend]
    return Applied(content, mended)


def _found(path: str, content: bytes) -> list[Finding]:
    """Why the record of a file cannot be read; nothing if it can."""
    place = identify(path)
    if not isinstance(place, RecordPath):
        return []
    found = read_file(InMemory({path: content}), place)
    return [] if isinstance(found, Entry) else found


def _carefully(path: str, content: bytes, findings: Sequence[Finding]) -> Applied:
    """All mends at once; or one by one, if they bring the record a mistake that it did not have."""
    done = applied(path, content, findings)
    if _is_no_worse(path, content, done.content):
        return done
    mended = []
    for finding in findings[:_MOST_ALONE]:
        one = applied(path, content, [finding])
        if one.mended and _is_no_worse(path, content, one.content):
            content = one.content
            mended.append(finding)
    return Applied(content, mended)


def _is_no_worse(path: str, before: bytes, after: bytes) -> bool:
    """Does a record that is readable as YAML fit its schema as well as it did, or better?"""
    if before == after or not isinstance(parse(path, before), Document):
        return True
    old = [(each.code, each.message) for each in _found(path, before)]
    new = [(each.code, each.message) for each in _found(path, after) if not _is_slip(each)]
    return all(old.count(each) >= new.count(each) for each in set(new))


def _is_slip(finding: Finding) -> bool:
    """Is it a value in another form, which a misspelt key has hidden, and which will be mended?"""
    return isinstance(finding.mend, PutValue) and not isinstance(finding.mend.new, list)


def proven(snapshot: Snapshot, alliance: Alliance, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, without those mends that do not go well in their own file."""
    good = tried(snapshot, alliance, findings, list, rounds=1).mended
    kept = set(map(id, good))
    alone: dict[str, int] = {}
    for finding in findings:
        path = finding.location.path
        if finding.mend is None or isinstance(finding.mend, RenameFile):
            continue
        if id(finding) not in kept and alone.setdefault(path, 0) < _MOST_ALONE:
            # Two mends of one word do not go together, but one after the other.
            alone[path] += 1
            if tried(snapshot, alliance, [finding], list, rounds=1).mended:
                kept.add(id(finding))
    return [
        finding if finding.mend is None or id(finding) in kept else finding._replace(mend=None)
        for finding in findings
    ]
