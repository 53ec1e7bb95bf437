"""What `gsca validate` checks, and which of its findings count."""

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca, Ran
from small_alliance import FILES, OSLO

BERGEN = OSLO.replace("Oslo", "Bergen")
CITY = "data/cities/bergen.yaml"
REGION = "data/regions/north.yaml"


def write(small: Gsca, path: str, text: str) -> None:
    (small.root / path).write_text(text, encoding="utf-8")


def codes(ran: Ran) -> list[str]:
    """The codes that were reported, in their order."""
    titles = [line.partition("]: ")[0] for line in ran.out.splitlines() if "]: " in line]
    return [title.rpartition("[")[2] for title in titles]


@pytest.mark.parametrize(
    ("options", "reported", "code"),
    [
        ([], ["unknown-reference", "claim-mismatch"], 1),
        (["--select", "claim-mismatch"], ["claim-mismatch"], 0),
        (["--select", "claim-mismatch", "--strict"], ["claim-mismatch"], 1),
        (
            ["--select", "claim-mismatch,unknown-reference"],
            ["unknown-reference", "claim-mismatch"],
            1,
        ),
        (["--select", "tab", "--select", "claim-mismatch"], ["claim-mismatch"], 0),
        (["--ignore", "unknown-reference"], ["claim-mismatch"], 0),
        (["--ignore", "unknown-reference", "--ignore", " claim-mismatch"], [], 0),
        (["--max-findings", "1"], ["unknown-reference"], 1),
    ],
)
def test_codes_are_selected_and_ignored(
    small: Gsca, options: Sequence[str], reported: Sequence[str], code: int
) -> None:
    write(small, CITY, BERGEN.replace("open-data", "open-dta"))
    write(small, REGION, FILES[REGION] + "claims: [{count: members, value: 5}]\n")
    ran = small("validate", *options)
    assert (codes(ran), ran.code) == (reported, code)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_wrong_usage(small: Gsca, option: str) -> None:
    ran = small("validate", option, "claim-mismach")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"gsca: {option}: no check has the code `claim-mismach`; did you mean `claim-mismatch`?\n"
    )


def test_a_negative_number_of_findings_is_wrong_usage(small: Gsca) -> None:
    ran = small("validate", "--max-findings", "-1")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Type something in."""

    def type_in(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))

    return type_in


def test_a_buffer_is_checked_in_place_of_its_file(
    small: Gsca, typed: Callable[[bytes], None]
) -> None:
    write(small, CITY, BERGEN.replace("open-data", "open-dta"))
    typed(BERGEN.replace("open-data", "dig-onec").encode())
    ran = small("validate", "--stdin", "--as", str(small.root / CITY))
    assert ran.out.startswith(f"{CITY}:6:3: error[unknown-reference]: no policy `dig-onec`\n")
    assert codes(ran) == ["unknown-reference"]
    assert (small.root / CITY).read_text() == BERGEN.replace("open-data", "open-dta")


def test_a_buffer_may_be_a_file_that_is_not_there_yet(
    small: Gsca, typed: Callable[[bytes], None]
) -> None:
    typed(BERGEN.encode())
    ran = small("validate", "--stdin", "--as", str(small.root / CITY))
    assert ran.code == 0
    assert ran.out.startswith("Read 2 cities, ")


def test_of_a_buffer_only_its_own_findings_are_shown_unless_paths_are_given(
    small: Gsca, typed: Callable[[bytes], None]
) -> None:
    track = "data/tracks/adoption.yaml"
    text = FILES[track].replace("id: plan", "id: outline").encode()
    typed(text)
    assert small("validate", "--stdin", "--as", str(small.root / track)).code == 0
    typed(text)
    ran = small("validate", str(small.root), "--stdin", "--as", str(small.root / track))
    assert codes(ran) == ["unknown-reference"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--stdin"], "--stdin and --as PATH belong together"),
        (["--as", "data/cities/x.yaml"], "--stdin and --as PATH belong together"),
        (
            ["--stdin", "--as", "{root}/README.md"],
            "--as {root}/README.md: no record can stand there",
        ),
        (["--stdin", "--as", "{root}"], "--as {root}: no record can stand there"),
        (["--stdin", "--as", "/elsewhere.yaml"], "/elsewhere.yaml is not in the repository {root}"),
    ],
)
def test_a_buffer_needs_a_place(small: Gsca, words: Sequence[str], complaint: str) -> None:
    ran = small("validate", *(word.format(root=small.root) for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"gsca: {complaint.format(root=small.root)}\n"


@pytest.fixture
def branched(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """The small alliance with a mistake on `main`, and a branch `change` checked out."""
    use_no_settings(monkeypatch, small.root.parent / "home")
    repository = GitRepository(small.root)
    write(small, CITY, BERGEN.replace("open-data", "open-dta"))
    repository.commit("Begin")
    repository.run("checkout", "--quiet", "-b", "change")
    return repository


def test_a_branch_that_changes_nothing_brings_nothing_in(
    small: Gsca, branched: GitRepository
) -> None:
    assert codes(small("validate")) == ["unknown-reference"]
    ran = small("validate", "--changed-since", "main")
    assert (codes(ran), ran.code) == ([], 0)
    assert branched.run("status", "--porcelain") == ""


def test_a_line_that_has_moved_is_not_new_but_the_same_mistake_elsewhere_is(
    small: Gsca, branched: GitRepository
) -> None:
    del branched
    wrong = BERGEN.replace("open-data", "open-dta")
    write(small, CITY, f"# A remark.\n\n{wrong}")
    assert codes(small("validate", "--changed-since", "main")) == []
    write(small, "data/cities/vadso.yaml", wrong.replace("Bergen", "Vads\u00f8"))
    ran = small("validate", "--changed-since", "main")
    assert ran.out.startswith("data/cities/vadso.yaml:6:3: error[unknown-reference]")
    assert (codes(ran), ran.code) == (["unknown-reference"], 1)


WRONG = BERGEN.replace("open-data", "open-dta")
UNFIT = f"{BERGEN}nope: 1\n"
MOVED = {
    "another folder": (WRONG, "data/cities/no/bergen.yaml", WRONG),
    "another folder, and cannot be read": (UNFIT, "data/cities/no/bergen.yaml", UNFIT),
    "an id that is told": (WRONG, "data/cities/bjorgvin.yaml", f"former_ids: [bergen]\n{WRONG}"),
    "an id that is told, and cannot be read": (
        *(UNFIT, "data/cities/bjorgvin.yaml"),
        f"former_ids: [bergen]\n{UNFIT}",
    ),
    "an id without a word": (UNFIT, "data/cities/bjorgvin.yaml", UNFIT),
}


@pytest.mark.parametrize(("before", "path", "after"), MOVED.values(), ids=MOVED)
def test_a_file_that_has_moved_is_not_new_but_another_mistake_in_it_is(
    small: Gsca, branched: GitRepository, before: str, path: str, after: str
) -> None:
    branched.run("checkout", "--quiet", "main")
    write(small, CITY, before)
    branched.commit("Err")
    branched.run("checkout", "--quiet", "-b", "move")
    branched.write({CITY: None, path: after})
    assert codes(small("validate", "--changed-since", "main")) == []
    told = small.out("diff")
    assert ("introduced" in told, "cured" in told) == (False, False)
    write(small, path, f"{after}nonsense: 1\n")
    assert codes(small("validate", "--changed-since", "main")) == ["unknown-field"]


def test_a_line_that_names_a_record_by_its_new_id_is_not_new(
    small: Gsca, branched: GitRepository
) -> None:
    branched.run("checkout", "--quiet", "main")
    write(small, CITY, BERGEN.replace("  open-data:", "  open-data: {since: 2031}"))
    branched.commit("Err")
    assert "future-date" in small("validate").out
    assert small("rename", "policy/open-data", "open").code == 0
    assert codes(small("validate", "--changed-since", "main")) == []


def test_what_a_deletion_breaks_in_other_files_is_brought_in(
    small: Gsca, branched: GitRepository
) -> None:
    (small.root / "data/policies/dig-once.yaml").unlink()
    branched.commit("Delete a policy")
    ran = small("validate", "--changed-since", "main")
    assert ran.out.startswith(f"{REGION}:2:22: error[unknown-reference]: no policy `dig-once`\n")
    assert "  cure: it was deleted: bring back `data/policies/dig-once.yaml`, or change" in ran.out
    assert codes(ran) == ["unknown-reference"]


def test_a_file_that_was_only_renamed_is_not_to_be_brought_back(
    small: Gsca, branched: GitRepository
) -> None:
    new = "data/policies/dig.yaml"
    branched.run("mv", "data/policies/dig-once.yaml", new)
    branched.commit("Rename a file")
    cure = (
        f"it is called `dig` now: add `former_ids: [dig-once]` to `{new}`, and let `gsca fix` write"
    )
    ran = small("validate", "--changed-since", "main")
    assert (codes(ran), f"  cure: {cure} `dig` in its place\n" in ran.out) == (
        ["unknown-reference"],
        True,
    )
    write(small, new, (small.root / new).read_text("utf-8") + "former_ids: [dig-once]\n")
    assert small("fix").code == 0
    assert codes(small("validate", "--changed-since", "main")) == []
    assert "dig," in (small.root / REGION).read_text("utf-8").replace("]", ",")


def test_what_came_to_main_meanwhile_is_not_blamed_on_the_branch(
    small: Gsca, branched: GitRepository
) -> None:
    branched.run("checkout", "--quiet", "main")
    write(small, CITY, BERGEN)
    branched.commit("Mend it")
    branched.run("checkout", "--quiet", "change")
    assert codes(small("validate", "--changed-since", "main")) == []


def test_before_there_was_any_data_everything_is_new(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_no_settings(monkeypatch, small.root.parent / "home")
    repository = GitRepository(small.root)
    repository.run("commit", "--quiet", "--allow-empty", "--message=Begin")
    write(small, CITY, BERGEN.replace("open-data", "open-dta"))
    assert codes(small("validate", "--changed-since", "HEAD")) == ["unknown-reference"]


def test_an_alliance_in_a_folder_of_a_repository_is_compared_with_itself(
    small: Gsca, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path_factory.mktemp("top")
    use_no_settings(monkeypatch, top.parent / "home")
    repository = GitRepository(top)
    repository.write({f"alliances/north/{path}": text for path, text in FILES.items()})
    repository.commit("Begin")
    inside = top / "alliances" / "north"
    (inside / CITY).write_text(BERGEN.replace("open-data", "open-dta"))
    ran = small("validate", "--root", str(inside), "--changed-since", "HEAD")
    assert codes(ran) == ["unknown-reference"]
    (inside / CITY).unlink()
    assert small("validate", "--root", str(inside), "--changed-since", "HEAD").code == 0


@pytest.mark.parametrize(
    ("revision", "complaint"),
    [
        ("mian", "there is no revision `mian`; did you mean `main`?"),
        (
            "--output=x",
            (
                "there is no revision `--output=x`; give a commit, a branch or a tag; a date is "
                "written 2022, 2022-06 or 2022-06-11"
            ),
        ),
    ],
)
def test_a_revision_that_does_not_exist_is_said_plainly(
    small: Gsca, branched: GitRepository, revision: str, complaint: str
) -> None:
    ran = small("validate", f"--changed-since={revision}")
    assert (ran.code, ran.out, ran.err) == (3, "", f"gsca: {complaint}\n")
    assert not (branched.path / "x").exists()


def test_outside_a_repository_there_is_nothing_to_compare_with(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_no_settings(monkeypatch, small.root.parent / "home")
    ran = small("validate", "--changed-since", "main")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("gsca: there is no git repository at ")


def test_a_path_may_be_given_from_any_folder(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    write(small, CITY, BERGEN.replace("open-data", "open-dta"))
    monkeypatch.chdir(small.root / "data" / "regions")
    assert codes(small("validate", "../cities/bergen.yaml")) == ["unknown-reference"]
    assert codes(small("validate", ".")) == []
    assert Path.cwd() == small.root / "data" / "regions"


@pytest.mark.parametrize(
    ("root", "path"),
    [
        ("..", "."),
        ("..", "../data"),
        ("../data/..", "cities"),
        ("{link}", "."),
        ("{link}", "{link}/data"),
        ("{real}", "{link}/data"),
        ("{link}", "{real}/data"),
        ("{real}", "{link}"),
    ],
)
def test_root_and_path_may_be_reached_by_any_way(
    small: Gsca,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    root: str,
    path: str,
) -> None:
    write(small, CITY, "name: Bergen\n")
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(small.root, target_is_directory=True)
    monkeypatch.chdir(small.root / "data")
    given = [each.format(link=link, real=small.root) for each in (path, "--root", root)]
    ran = small("validate", *given)
    assert (ran.code, ran.err) == (1, "")
    assert f"{CITY}:1:1: error[missing-field]" in ran.out


def test_above_an_alliance_there_is_none(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.root)
    ran = small("list", "cities", "--root", "..")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("gsca: no alliance here")
