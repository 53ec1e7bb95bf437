"""What is remembered of a file is what it gave, to the last detail."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

import pytest
from gsca import ROOT
from small_alliance import FILES, OSLO, TODAY

from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.read import read_file
from gsca_cli.alliance.settings import Settings
from gsca_cli.checking.checking import CODES
from gsca_cli.checking.closely import outcome_of
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import as_text, may_be_packed, pack, unpack
from gsca_cli.checks.check import Context
from gsca_cli.findings import PutValue
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import InMemory
from gsca_cli.snapshots.worktree import Worktree

CONTEXT = Context(Settings({"und": "A"}), TODAY, codes=CODES)
CITY = "data/cities/oslo.yaml"


def outcome(path: str, content: bytes, *, looks: bool = True) -> Outcome:
    """What a file gives."""
    place = identify(path)
    assert isinstance(place, RecordPath)
    return outcome_of(read_file(InMemory({path: content}), place), CONTEXT, looks=looks)


def contents() -> Iterator[tuple[str, bytes]]:
    """Files that are right, and files that are wrong in every way that is known."""
    for root in (ROOT, ROOT / "tests/alliances/health"):
        tree = Worktree(root)
        for file in tree.files():
            if holds_records(file.path):
                yield file.path, tree.read(file.path)
    for path, text in FILES.items():
        yield path, text.encode()
    for odd in sorted((ROOT / "tests/corpus").glob("*.yaml")):
        for kind in ("cities", "regions", "sources"):
            yield f"data/{kind}/{odd.name}", odd.read_bytes()


@pytest.mark.parametrize("looks", [True, False])
def test_what_is_unpacked_is_what_was_packed(*, looks: bool) -> None:
    packed = []
    for path, content in contents():
        found = outcome(path, content, looks=looks)
        if not may_be_packed(found):
            mends = [type(each.mend) for each in found.findings]
            assert PutValue in mends or (found.brief and found.brief.claims)
            continue
        packed.append(found)
    assert len(packed) > 300
    for one, again in zip(packed, there_and_back(packed), strict=True):
        assert again == one
        assert_alike(one.brief, again.brief)
        assert [repr(each) for each in again.findings] == [repr(each) for each in one.findings]


def there_and_back(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """What is unpacked of a text in which they were packed."""
    return unpack(json.loads(as_text(pack(outcomes))))


def assert_alike(one: Brief | None, other: Brief | None) -> None:
    """The same in form too: a list is not a tuple."""
    if one is None or other is None:
        assert one is other
        return
    assert type(one) is type(other)
    for each in fields(one):
        if each.name not in {"names", "remarked"}:
            assert repr(getattr(one, each.name)) == repr(getattr(other, each.name))
    assert list(one.references) == list(other.references)


@pytest.mark.parametrize(
    "text",
    [
        OSLO.replace("sources: [paper]", "sources: [{paper: [nme]}]"),
        OSLO.replace("2022-05", "2202-05"),
        OSLO.replace("Oslo", "Osloâ€™s"),
        OSLO.replace("Oslo", "Os\u200blo"),
        OSLO.replace("'NO'", "NO").replace("Oslo", '"Oslo\u2028"'),
        OSLO.replace("since: 2022-05", "since: 05/2022"),
        OSLO + "# gsca: allow overdue because it is\nnotes: 5\n",
        OSLO + "# gsca: allow\n",
        OSLO + "# gsca: allow stale-state because it moves\n",
        OSLO.replace("country", "contry"),
        OSLO + "notes: [{text: Done, with help}]\n",
    ],
)
def test_findings_mends_and_comments_are_packed_whole(text: str) -> None:
    found = outcome(CITY, text.encode())
    assert found.findings or found.allowances
    assert may_be_packed(found)
    assert there_and_back([found]) == [found]


def test_a_mend_of_a_number_that_knows_how_it_was_written_is_not_packed() -> None:
    found = outcome(CITY, (OSLO + "population: '1000'\n").encode())
    mends = [each.mend for each in found.findings if isinstance(each.mend, PutValue)]
    for mend in mends:
        plain = {type(mend.old), type(mend.new)} <= {str, int, float, bool}
        assert may_be_packed(found) == plain


def test_what_files_have_in_common_is_kept_once() -> None:
    found = [outcome(f"data/cities/{name}.yaml", OSLO.encode()) for name in "ab"]
    one, other = [each.brief for each in there_and_back(found)]
    assert one
    assert other
    for mine, theirs in zip(one.references.on_lines, other.references.on_lines, strict=True):
        assert mine is theirs
