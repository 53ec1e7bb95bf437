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
    findings = found(gsca)
    before = contents(root)
    there = gsca("rename", f"{kind}/{path.stem}", "zz-renamed")
    assert there.code == 0, there.err
    assert found(gsca) == findings
    assert gsca("rename", f"{kind}/zz-renamed", path.stem).code == 0
    after = contents(root)
    own = path.relative_to(root).as_posix()
    assert b"zz-renamed" in after.pop(own)
    before.pop(own)
    assert after == before


def found(gsca: Gsca) -> int:
    """How many lines of findings there are, none of which is a warning."""
    ran = gsca("validate", "--strict")
    assert ran.code == 0, ran.out
    return ran.out.count("\n")


def most_named(root: Path, folder: str) -> Path:
    """The record of a kind whose id stands in most files."""
    texts = [path.read_bytes() for path in sorted(root.rglob("*.yaml"))]
    records = sorted((root / "data" / folder).rglob("*.yaml"))
    return max(records, key=lambda path: sum(path.stem.encode() in text for text in texts))


TRACK = "data/tracks/adoption.yaml"
OSLO = "data/cities/oslo.yaml"


def test_a_step_has_another_id_on_its_track_and_in_every_city(small: Gsca) -> None:
    ran = small("rename", "plan", "draft")
    assert (ran.code, ran.err) == (0, "gsca: 2 files changed\n")
    assert (small.root / TRACK).read_text() == FILES[TRACK].replace(
        "{id: plan, name: Plan}", "{id: draft, name: Plan, former_ids: [plan]}"
    )
    assert (small.root / OSLO).read_text() == FILES[OSLO].replace("  plan:", "  draft:")
    assert small("validate", "--strict").code == 0
    again = small("rename", "step/plan", "final")
    assert (again.code, again.err) == (
        0,
        "gsca: `step/plan` is called `draft` now\ngsca: 2 files changed\n",
    )
    assert "former_ids: [plan, draft]" in (small.root / TRACK).read_text()


def test_a_step_that_gets_its_id_back_keeps_the_other(small: Gsca) -> None:
    before = contents(small.root)
    small("rename", "plan", "draft")
    small("rename", "draft", "plan")
    after = contents(small.root)
    assert {path for path in before if before[path] != after[path]} == {TRACK}
    assert b"{id: plan, name: Plan, former_ids: [draft]}" in after[TRACK]


def test_another_id_of_a_step_is_no_news(small: Gsca) -> None:
    repository = GitRepository(small.root)
    repository.commit()
    small("rename", "plan", "draft")
    assert small("diff").out.splitlines()[2:] == [
        "Tracks",
        "  Adoption: steps: draft.id: plan -> draft; draft.former_ids added: plan",
        "",
        "1 change in 1 record.",
    ]
    since = small("report", "north", "--since", "HEAD").out
    assert "Nothing is known to have moved" in since
    assert "  Plan, unknown -> in progress (2022-05)\n" in small("log", "oslo").out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("plan", "role/plan", "step/plan is a step, and stays one: write step/plan"),
        ("plan", "letter", "the id `letter` is taken, by step/letter"),
        ("plan", "plan", "step/plan is called so already"),
        (
            "plan",
            "My Plan",
            (
                "the id `My Plan` is not made of small letters, digits and single hyphens; "
                "did you mean `my-plan`?"
            ),
        ),
        ("step/nix", "plan", "no step `nix`; choose from letter, plan"),
        (
            "completed",
            "done",
            "status/completed is built in: list all statuses in gsca.yaml, then it can be renamed",
        ),
    ],
)
def test_a_word_cannot_have_any_id(small: Gsca, old: str, new: str, message: str) -> None:
    before = contents(small.root)
    ran = small("rename", old, new)
    assert (ran.code, ran.err) == (2, f"gsca: {message}\n")
    assert contents(small.root) == before


def test_a_word_that_is_given_twice_is_not_renamed(small: Gsca) -> None:
    (small.root / TRACK).write_text(FILES[TRACK].replace("id: letter", "id: plan"))
    ran = small("rename", "plan", "draft")
    assert (ran.code, ran.err) == (
        3,
        "gsca: `step/plan` is given twice, so which is meant is unknown; mend that first\n",
    )


@pytest.mark.parametrize(
    ("lists", "word", "old"),
    [
        (
            (
                "statuses: [{id: unknown, name: U, symbol: '?', class: unknown},"
                " {id: in-progress, name: P, symbol: p, class: active},"
                " {id: completed, name: C, symbol: c, class: done}]"
            ),
            "status",
            "in-progress",
        ),
        ("roles: [{id: member, name: Member}]", "role", "member"),
    ],
)
def test_a_word_of_the_settings_has_another_id_everywhere(
    small: Gsca, lists: str, word: str, old: str
) -> None:
    (small.root / "gsca.yaml").write_text(f"{FILES['gsca.yaml']}{lists}\n")
    assert small("rename", f"{word}/{old}", "anew").code == 0
    settings = (small.root / "gsca.yaml").read_text()
    assert "id: anew, " in settings
    assert f"former_ids: [{old}]" in settings
    assert (small.root / OSLO).read_text() == FILES[OSLO].replace(old, "anew")
    assert small("validate", "--strict").code == 0
