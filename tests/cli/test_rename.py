"""gsca rename: the file and every reference, all or nothing."""

import shutil
from pathlib import Path

import pytest
from git_repository import GitRepository
from gsca import ROOT, Gsca
from small_alliance import FILES

from gsca_cli.snapshots.repository import FOLDERS

POLICY = "data/policies/open-data.yaml"


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("data", "templates")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def test_the_file_and_every_reference_change(small: Gsca) -> None:
    ran = small("rename", "open-data", "open-city-data")
    assert (ran.code, ran.err) == (0, "gsca: 3 files changed\n")
    assert ran.out.startswith(
        "diff --git a/data/policies/open-data.yaml b/data/policies/open-city-data.yaml\n"
        "rename from data/policies/open-data.yaml\n"
        "rename to data/policies/open-city-data.yaml\n"
    )
    assert not (small.root / POLICY).exists()
    moved = (small.root / "data/policies/open-city-data.yaml").read_text()
    assert moved == FILES[POLICY] + "former_ids: [open-data]\n"
    oslo = (small.root / "data/cities/oslo.yaml").read_text()
    assert oslo == FILES["data/cities/oslo.yaml"].replace("open-data", "open-city-data")
    north = (small.root / "data/regions/north.yaml").read_text()
    assert north == FILES["data/regions/north.yaml"].replace("open-data", "open-city-data")
    assert small("validate", "--strict").code == 0
    shown = small("show", "open-data")
    assert (shown.code, shown.err) == (0, "gsca: `open-data` is called `open-city-data` now\n")


def test_the_diff_is_one_that_git_takes(small: Gsca) -> None:
    repository = GitRepository(small.root)
    diff = small("rename", "open-data", "open-city-data", "--dry-run").out
    small("rename", "open-data", "open-city-data")
    after = contents(small.root)
    for path, text in FILES.items():
        (small.root / path).write_text(text)
    (small.root / "data/policies/open-city-data.yaml").unlink()
    repository.run("apply", "-", given=diff.encode())
    assert contents(small.root) == after


def test_an_id_that_comes_back_is_former_no_more(small: Gsca) -> None:
    before = contents(small.root)
    small("rename", "open-data", "interim")
    small("rename", "interim", "open-data")
    after = contents(small.root)
    assert after.pop(POLICY) == before.pop(POLICY) + b"former_ids: [interim]\n"
    assert after == before


def test_a_dry_run_writes_nothing(small: Gsca) -> None:
    before = contents(small.root)
    ran = small("rename", "open-data", "open-city-data", "--dry-run")
    assert (ran.code, contents(small.root)) == (0, before)
    assert ran.err == "gsca: 3 files would change; nothing is written (--dry-run)\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["open-data", "dig-once"], "the id `dig-once` is taken, by data/policies/dig-once.yaml"),
        (["open-data", "open-data"], "policy/open-data is called so already"),
        (
            ["open-data", "city/open"],
            "policy/open-data is a policy, and stays one: write policy/open",
        ),
        (["open-data", "Open Data"], "is not made of small letters, digits and single hyphens"),
        (["open-data", "Offene_Daten"], "did you mean `offene-daten`?"),
        (["open-data", "no"], "is a word that YAML reads as something else"),
        (["open-dat", "x"], "no record `open-dat`; did you mean `open-data`?"),
        (["gsca", "alliance"], "the alliance has no other id than that of its file"),
    ],
)
def test_an_id_that_cannot_be_is_wrong_usage(small: Gsca, words: list[str], why: str) -> None:
    ran = small("rename", *words)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_former_id_of_another_record_is_taken(small: Gsca) -> None:
    path = small.root / "data/policies/dig-once.yaml"
    path.write_text(path.read_text() + "former_ids: [dig]\n")
    ran = small("rename", "open-data", "dig")
    assert (ran.code, ran.err) == (
        2,
        "gsca: the id `dig` is taken, by data/policies/dig-once.yaml\n",
    )


def test_nothing_changes_while_a_record_cannot_be_read(small: Gsca) -> None:
    (small.root / "data/cities/bergen.yaml").write_text("name: [\n")
    before = contents(small.root)
    ran = small("rename", "open-data", "open-city-data")
    assert (ran.code, contents(small.root)) == (3, before)
    assert ran.err.startswith("gsca: data/cities/bergen.yaml could not be read, so what it refers")


def test_nothing_changes_while_two_records_have_the_id(small: Gsca) -> None:
    second = small.root / "data/policies/more/open-data.yaml"
    second.parent.mkdir()
    second.write_text(FILES[POLICY])
    ran = small("rename", "open-data", "open-city-data")
    assert ran.code == 3
    assert "has the same id" in ran.err


def test_a_template_that_names_the_id_is_pointed_out(small: Gsca) -> None:
    folder = small.root / "templates"
    folder.mkdir()
    (folder / "region.md.j2").write_text("{% if x == 'open-data' %}\n")
    (folder / "city.md.j2").write_text("open-database\n")
    ran = small("rename", "open-data", "open-city-data", "--dry-run")
    assert "gsca: templates/region.md.j2 names `open-data` too; it is not changed" in ran.err
    assert "city.md.j2" not in ran.err


@pytest.mark.parametrize("folder", FOLDERS)
def test_any_record_of_an_alliance_of_odd_files_can_be_renamed_and_back(
    capsys: pytest.CaptureFixture[str], folder: str, tmp_path: Path
) -> None:
    root = tmp_path / "alliance"
    shutil.copytree(ROOT / "tests/alliances/handwritten", root)
    gsca = Gsca(capsys, root)
    kind = FOLDERS[folder]
    path = most_named(root, folder)
    findings = gsca("validate").err.count("\n")
    before = contents(root)
    there = gsca("rename", f"{kind}/{path.stem}", "zz-renamed")
    assert there.code == 0, there.err
    assert gsca("validate", "--strict").code == 0
    assert gsca("validate").err.count("\n") == findings
    assert gsca("rename", f"{kind}/zz-renamed", path.stem).code == 0
    after = contents(root)
    own = path.relative_to(root).as_posix()
    assert b"zz-renamed" in after.pop(own)
    before.pop(own)
    assert after == before


def most_named(root: Path, folder: str) -> Path:
    """The record of a kind whose id stands in most files."""
    texts = [path.read_bytes() for path in sorted(root.rglob("*.yaml"))]
    records = sorted((root / "data" / folder).rglob("*.yaml"))
    return max(records, key=lambda path: sum(path.stem.encode() in text for text in texts))
