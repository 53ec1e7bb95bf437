"""What must change in a record that names another one."""

import pytest

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite_all import rewrite_all
from gsca_cli.editing.mentions import NewName
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds
from gsca_cli.records.shape import shape_of


def document(text: str) -> Document:
    found = parse("data/cities/oslo.yaml", text.encode())
    assert isinstance(found, Document)
    return found


def renamed(text: str, name: NewName, kind: Kind = Kind.CITY) -> str:
    found = document(text)
    made = rewrite_all(found, list(name.renamings(shape_of(kind), found)))
    assert not made.refused
    return made.document.text


POLICY = NewName(Kind.POLICY, "old", "new")
SOURCE = NewName(Kind.SOURCE, "old", "new")
REGION = NewName(Kind.REGION, "old", "new")


CASES = [
    (Kind.CITY, "policies:\n  old:  # c\n", POLICY, "policies:\n  new:  # c\n"),
    (Kind.CITY, "policies: {'old': completed}\n", POLICY, "policies: {'new': completed}\n"),
    (Kind.CITY, "policies:\n  old: old\n", POLICY, "policies:\n  new: old\n"),
    (Kind.CITY, "regions:\n  old: member\n", REGION, "regions:\n  new: member\n"),
    (Kind.CITY, "regions:\n  old: member\n", POLICY, "regions:\n  old: member\n"),
    (
        Kind.CITY,
        "programmes:\n  p: {policy: old}\n",
        POLICY,
        "programmes:\n  p: {policy: new}\n",
    ),
    (Kind.REGION, "columns: [old, {policy: old}]\n", POLICY, "columns: [new, {policy: new}]\n"),
    (Kind.POLICY, "related:\n  - old\n", POLICY, "related:\n  - new\n"),
    (Kind.PARTNER, "listed_in: [old]\n", SOURCE, "listed_in: [new]\n"),
    (Kind.CITY, "sources: [old, x]\n", SOURCE, "sources: [new, x]\n"),
    (Kind.CITY, "sources:\n  - old: [name]\n", SOURCE, "sources:\n  - new: [name]\n"),
    (Kind.CITY, "sources: [{source: old}]\n", SOURCE, "sources: [{source: new}]\n"),
    (
        Kind.CITY,
        "steps:\n  a: {sources: [old]}\n",
        SOURCE,
        "steps:\n  a: {sources: [new]}\n",
    ),
    (
        Kind.CITY,
        "policies:\n  old:\ninferred:\n  policies.old.status: old is said\n  name: x\n",
        POLICY,
        "policies:\n  new:\ninferred:\n  policies.new.status: old is said\n  name: x\n",
    ),
    (
        Kind.REGION,
        "variants:\n  - {at: columns.old.added, value: old}\n",
        POLICY,
        "variants:\n  - {at: columns.new.added, value: old}\n",
    ),
    (
        Kind.CITY,
        "sources:\n  - old: [policies.old, name]\n",
        POLICY,
        "sources:\n  - old: [policies.new, name]\n",
    ),
    (
        Kind.CITY,
        "sources: [{source: x, supports: [policies.old.since]}]\n",
        POLICY,
        "sources: [{source: x, supports: [policies.new.since]}]\n",
    ),
    (
        Kind.CITY,
        "inferred:\n  sources.old: y\n  steps.old: z\n  nothing.old: n\n",
        SOURCE,
        "inferred:\n  sources.new: y\n  steps.old: z\n  nothing.old: n\n",
    ),
    (
        Kind.CITY,
        "policies:\n  x:\n    sources:\n      - s: [steps.old]\n",
        POLICY,
        "policies:\n  x:\n    sources:\n      - s: [steps.old]\n",
    ),
    (
        Kind.CITY,
        "notes: [old]\naliases: [old]\nname: old\n",
        POLICY,
        "notes: [old]\naliases: [old]\nname: old\n",
    ),
    (
        Kind.CITY,
        "sources: 5\npolicies: [old]\nregions: old\n",
        POLICY,
        "sources: 5\npolicies: [old]\nregions: old\n",
    ),
]


@pytest.mark.parametrize(("kind", "text", "name", "after"), CASES)
def test_an_id_changes_where_it_names_the_record_and_nowhere_else(
    kind: Kind, text: str, name: NewName, after: str
) -> None:
    assert renamed(text, name, kind) == after


@pytest.mark.parametrize(("kind", "text", "name", "after"), CASES)
def test_what_is_only_read_has_the_same_new_ids(
    kind: Kind, text: str, name: NewName, after: str
) -> None:
    ids = NewIds({(name.target, name.old): name.new})
    assert ids.in_record(shape_of(kind), document(text).data) == document(after).data
