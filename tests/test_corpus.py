"""Files that once were, or may become, trouble."""

from pathlib import Path

import pytest
from hostile.promise import broken_promises
from small_alliance import TODAY, snapshot_of

from gsca_cli.checking import check
from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse

CORPUS = {file.stem: file for file in sorted((Path(__file__).parent / "corpus").glob("*.yaml"))}
FILES = pytest.mark.parametrize("file", CORPUS.values(), ids=CORPUS.keys())
# ruamel.yaml takes the colon for a part of the word; libyaml refuses it, and is what users have.
PATHS = ("data/cities/x.yaml", "data/policies/x.yaml", "gsca.yaml")


@FILES
def test_both_readers_read_it_alike_or_refuse_it(file: Path) -> None:
    content = file.read_bytes()
    fast = parse(PATHS[0], content, libyaml_reader())
    slow = parse(PATHS[0], content, ruamel_reader())
    assert isinstance(fast, Document) == isinstance(slow, Document)
    if isinstance(fast, Document):
        assert fast == slow


@FILES
@pytest.mark.parametrize("path", PATHS)
def test_it_is_read_or_refused_at_a_place(path: str, file: Path) -> None:
    snapshot = snapshot_of({path: file.read_bytes()})
    contents = {each.path: snapshot.read(each.path) for each in snapshot.files()}
    checked = check(snapshot, TODAY)
    assert broken_promises(checked.findings, contents) == []
    read = any(brief.path == path for brief in checked.alliance.everything())
    assert read or any(finding.location.path == path for finding in checked.findings)
