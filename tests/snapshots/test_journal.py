from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snapshots.edits import CALI, THREE

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import Rights
from gsca_cli.snapshots.journal import Journal, decoded, encoded
from gsca_cli.snapshots.plan import WritePlan

PLAN = WritePlan(list(THREE), {THREE[0].path: Rights(0o100640, 1000, 100)}, ["data/cities/co"])

contents = st.none() | st.binary(max_size=50)
# A name that is no UTF-8 holds letters that are none.
paths = st.text(st.characters(codec=None), min_size=1, max_size=20)
changes = st.builds(FileChange, paths, contents, contents)
plans = st.builds(
    WritePlan,
    st.lists(changes, min_size=1, max_size=4, unique_by=lambda change: change.path),
    folders=st.just([]),
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "edit.journal")


def test_a_plan_is_read_as_it_was_written(journal: Journal) -> None:
    assert journal.read() is None
    journal.write(PLAN)
    assert journal.read() == PLAN
    journal.remove()
    assert journal.read() is None
    assert not list(journal.path.parent.iterdir())


@given(plans)
def test_any_plan_is_read_as_it_was_written(plan: WritePlan) -> None:
    assert decoded(b"".join(encoded(plan))) == plan


def test_a_journal_that_was_never_in_force_is_swept(journal: Journal) -> None:
    part = journal.path.with_name("edit.part")
    part.write_bytes(b"half")
    assert journal.read() is None
    journal.sweep()
    assert not part.exists()
    journal.sweep()


def test_removing_what_is_gone_is_no_error(journal: Journal) -> None:
    journal.remove()


def damaged() -> dict[str, bytes]:
    """Journals that hold no plan."""
    whole = b"".join(encoded(PLAN))
    lines = whole.splitlines(keepends=True)
    broken = {
        "empty": b"",
        "cut": whole[:-1],
        "half": whole[: len(whole) // 2],
        "a line less": b"".join(lines[:1] + lines[2:]),
        "a letter changed": whole.replace(b"oslo", b"oslp"),
        "more": whole + b"\n",
    }
    proven = {
        "no lines": b"",
        "no JSON": b"x\n",
        "no map": b"[]\n",
        "no version": b"{}\n",
        "a later version": lines[0].replace(b'"version": 1', b'"version": 2'),
        "no path": lines[0] + b'{"before": null, "after": null, "rights": null}\n',
        "no base64": lines[0] + b'{"path": "x", "before": "?", "after": null, "rights": null}\n',
        "no rights": lines[0] + b'{"path": "x", "before": "", "after": "", "rights": [1]}\n',
    }
    proofs = {name: sha256(text).hexdigest().encode() + b"\n" for name, text in proven.items()}
    return broken | {name: text + proofs[name] for name, text in proven.items()}


@pytest.mark.parametrize("content", damaged().values(), ids=damaged())
def test_a_damaged_journal_is_named_with_the_cure(journal: Journal, content: bytes) -> None:
    journal.path.write_bytes(content)
    with pytest.raises(CannotRunError) as raised:
        journal.read()
    assert str(raised.value) == (
        f"an edit was interrupted, and its journal {journal.path} cannot be read: it is damaged; "
        "see that the files are as you want them, and delete it"
    )
    assert journal.path.read_bytes() == content


def test_a_link_in_place_of_a_journal_is_not_followed(journal: Journal, tmp_path: Path) -> None:
    other = Journal(tmp_path / "other")
    other.write(PLAN)
    journal.path.symlink_to(other.path)
    with pytest.raises(CannotRunError, match="cannot be read: "):
        journal.read()


def test_only_folders_of_its_own_files_are_taken_from_a_journal() -> None:
    plan = WritePlan(list(THREE), {}, ["/", "..", "data/cities/co", "data/cities", "data/other"])
    assert CALI.startswith("data/cities/co/")
    assert decoded(b"".join(encoded(plan))).folders == ["data/cities/co", "data/cities"]


def test_a_journal_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=r"cannot write .*: No such file or directory"):
        Journal(tmp_path / "nowhere/edit.journal").write(PLAN)
