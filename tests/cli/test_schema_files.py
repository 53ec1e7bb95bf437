"""An edit through gsca never leaves the schemas out of date."""

import json

import pytest
from gsca import Gsca

IDS = "schemas/ids.schema.json"
ALSO = f"gsca: 1 file changed, and {IDS}\n"


@pytest.fixture(autouse=True)
def _with_schemas(small: Gsca) -> None:
    small.out("schema", "--write")


def ids(small: Gsca, name: str) -> list[str]:
    found: list[str] = json.loads((small.root / IDS).read_text())["$defs"][name]["enum"]
    return found


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        (["new", "source", "book", "title=A book"], "source-id", ["book", "paper"]),
        (["rename", "dig-once", "dig"], "policy-id", ["dig", "open-data"]),
        (["rename", "north", "arctic"], "region-id", ["arctic"]),
        (
            ["set", "adoption", "steps+={id: talk, name: Talk}"],
            "step-id",
            ["letter", "plan", "talk"],
        ),
        (["set", "north", "cohorts.late.name=Late"], "cohort-id", ["first", "late"]),
        (["set", "gsca", "roles=[{id: guest, name: Guest}]", "--force"], "role-id", ["guest"]),
    ],
)
def test_what_an_edit_does_to_the_ids_is_written_with_it(
    small: Gsca, words: list[str], name: str, expected: list[str]
) -> None:
    ran = small(*words)
    assert ran.code == 0
    assert f", and {IDS}\n" in ran.err
    assert sorted(ids(small, name)) == expected
    assert small.out("schema", "--check") == ""


def test_a_new_name_is_written_too_and_the_diff_shows_what_was_asked_for(small: Gsca) -> None:
    ran = small("set", "open-data", "name=Open Books")
    assert ran.err == ALSO
    assert ran.out.startswith("--- a/data/policies/open-data.yaml\n")
    assert IDS not in ran.out
    assert "Open Books" in (small.root / IDS).read_text()
    assert small.out("schema", "--check") == ""


def test_another_language_changes_what_countries_are_called(small: Gsca) -> None:
    assert small("set", "gsca", "language=nb").err.endswith(ALSO)
    assert "Norge" in (small.root / IDS).read_text()
    assert small.out("schema", "--check") == ""


def test_a_dry_run_says_that_the_ids_would_change_and_writes_nothing(small: Gsca) -> None:
    before = (small.root / IDS).read_bytes()
    ran = small("set", "open-data", "name=Open Books", "--dry-run")
    assert ran.err == (f"gsca: 1 file would change, and {IDS}; nothing is written (--dry-run)\n")
    assert (small.root / IDS).read_bytes() == before


def test_what_lists_no_ids_leaves_them_alone(small: Gsca) -> None:
    (small.root / IDS).unlink()
    assert small("set", "oslo", "name=Bergen").err == "gsca: 1 file changed\n"
    assert small("set", "uclg", "name=Cities").err == "gsca: 1 file changed\n"
    assert not (small.root / IDS).exists()


def test_schemas_of_an_older_kind_get_the_file_that_they_lack(small: Gsca) -> None:
    (small.root / IDS).unlink()
    (small.root / "schemas" / "city.schema.json").write_text("{}\n")
    assert small("set", "paper", "title=Paper").err == "gsca: 1 file changed, and 2 schemas\n"
    assert small.out("schema", "--check") == ""


def test_what_gsca_fix_mends_is_known_to_the_schemas(small: Gsca) -> None:
    policy = small.root / "data" / "policies" / "dig-once.yaml"
    policy.write_bytes("name: Cafe\u0301\nsources: [paper]\n".encode())
    assert small("fix").err.startswith(ALSO)
    assert '"Caf\u00e9"' in (small.root / IDS).read_text("utf-8")
    assert small.out("schema", "--check") == ""


def test_an_alliance_without_schemas_gets_none(small: Gsca) -> None:
    for file in (small.root / "schemas").iterdir():
        file.unlink()
    assert small("set", "paper", "title=Paper").err == "gsca: 1 file changed\n"
    assert list((small.root / "schemas").iterdir()) == []


def test_while_a_record_cannot_be_read_the_schemas_wait(small: Gsca) -> None:
    before = (small.root / IDS).read_bytes()
    (small.root / "data/tracks/adoption.yaml").write_text("name: [\n")
    assert small("set", "paper", "title=Paper").err == "gsca: 1 file changed\n"
    assert (small.root / IDS).read_bytes() == before


def test_what_is_refused_changes_no_schema(small: Gsca) -> None:
    before = (small.root / IDS).read_bytes()
    assert small("set", "open-data", "name=Open Books", "principle=none").code == 1
    assert (small.root / IDS).read_bytes() == before
