from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.history import Step, Touch, history


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    return GitRepository(tmp_path / "a 加賀")


def steps(repository: GitRepository, folder: str = "", *, mainline: bool = False) -> list[Step]:
    git = Git(repository.path / folder)
    return list(history(git, git.commit("HEAD"), folder, mainline=mainline))


def told(found: list[Step]) -> list[tuple[str, list[str]]]:
    return [(step.commit.subject, [done(touch) for touch in step.touched]) for step in found]


def done(touch: Touch) -> str:
    if touch.before is None:
        return f"+ {touch.path}"
    if touch.after is None:
        return f"- {touch.path}"
    return f"{touch.was} > {touch.path}" if touch.was != touch.path else touch.path


OSLO = "data/cities/oslo.yaml"


def test_each_commit_tells_what_it_did_to_the_files(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n", "gsca.yaml": "name: X\n", "README.md": "x"})
    repository.commit("First", "2022-01-02T00:00:00+02:00")
    repository.write({OSLO: "name: Oslo 2\n"})
    repository.commit(": Second\n\nbody", "2022-02-01T00:00:00+00:00")
    repository.write({"README.md": "y"})
    repository.commit("Beside")
    repository.write({OSLO: None, "data/cities/bodø b.yaml": "name: Oslo 2\n"})
    repository.commit("Moved")
    repository.write({"gsca.yaml": None})
    repository.commit("Removed")
    found = steps(repository)
    assert told(found) == [
        ("Removed", ["- gsca.yaml"]),
        ("Moved", [f"{OSLO} > data/cities/bodø b.yaml"]),
        (": Second", [OSLO]),
        ("First", [f"+ {OSLO}", "+ gsca.yaml"]),
    ]
    commit, content = found[-1].commit, found[-1].touched[0]
    assert commit.id == repository.run("rev-parse", "HEAD~4")
    assert (commit.time, commit.author) == (1641074400, "Somebody")
    assert content.after == repository.run("rev-parse", f"HEAD~4:{OSLO}")
    assert Git(repository.path).told(commit.id) == commit


def test_a_merge_tells_only_what_it_made_itself(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n", "data/cities/a.yaml": "name: A\n"})
    repository.commit("First")
    repository.run("checkout", "--quiet", "-b", "side")
    repository.write({OSLO: "name: Oslo 2\n", "data/cities/a.yaml": "name: B\n"})
    repository.commit("Side", "2024-01-02T00:00:00+00:00")
    repository.run("checkout", "--quiet", "main")
    repository.write({"data/cities/a.yaml": "name: C\n"})
    repository.commit("Main", "2024-01-03T00:00:00+00:00")
    repository.run("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    repository.write({OSLO: "name: Oslo 2\n", "data/cities/a.yaml": "name: D\n"})
    repository.commit("Merge", "2024-01-04T00:00:00+00:00")
    a = "data/cities/a.yaml"
    found = steps(repository)
    assert told(found) == [
        ("Merge", [a]),
        ("Main", [a]),
        ("Side", [a, OSLO]),
        ("First", [f"+ {a}", f"+ {OSLO}"]),
    ]
    assert found[0].touched[0].before == found[1].touched[0].after
    assert told(steps(repository, mainline=True)) == [
        ("Merge", [a, OSLO]),
        ("Main", [a]),
        ("First", [f"+ {a}", f"+ {OSLO}"]),
    ]


def test_an_alliance_may_lie_in_a_folder(repository: GitRepository) -> None:
    repository.write({f"north/{OSLO}": "", "north/gsca.yaml": "", OSLO: "", "gsca.yaml": ""})
    repository.commit("First")
    repository.run("config", "diff.relative", "true")
    assert told(steps(repository, "north")) == [("First", [f"+ {OSLO}", "+ gsca.yaml"])]


def test_a_history_without_records_is_empty(repository: GitRepository) -> None:
    repository.commit("First")
    assert steps(repository) == []


def test_a_name_may_be_empty(repository: GitRepository) -> None:
    repository.write({OSLO: ""})
    repository.run("add", "--all")
    repository.run("commit", "--quiet", "--allow-empty-message", "--message=")
    assert told(steps(repository)) == [("", [f"+ {OSLO}"])]


ENCODED = {
    "ISO-8859-1": (b"R\xe9sum\xe9", "Résumé"),
    "EUC-JP": ("加賀".encode("euc-jp"), "加賀"),
    "ASCII": ("加賀".encode(), "加賀"),
    "x-nobody": (b"R\xe9sum\xe9", "R\ufffdsum\ufffd"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_commit_is_read_in_the_encoding_that_it_names(
    repository: GitRepository, encoding: str
) -> None:
    message, subject = ENCODED[encoding]
    repository.write({OSLO: "name: Oslo\n"})
    repository.run("add", "--all")
    setting = f"i18n.commitEncoding={encoding}"
    repository.run("-c", setting, "commit", "--quiet", "--file=-", given=message)
    commit = steps(repository)[0].commit
    assert commit.subject == subject
    assert Git(repository.path).told(commit.id) == commit


def test_a_merge_tells_what_each_of_its_parents_held(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n"})
    repository.commit("First")
    repository.run("checkout", "--quiet", "-b", "side")
    repository.write({OSLO: "name: Side\n"})
    repository.commit("Side")
    repository.run("checkout", "--quiet", "main")
    repository.write({OSLO: "name: Main\n"})
    repository.commit("Main")
    repository.run("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    repository.write({OSLO: "name: Both\n"})
    repository.commit("Merge")
    (merged,) = steps(repository)[0].touched
    held = [repository.run("rev-parse", f"{each}:{OSLO}") for each in ("main^1", "main^2", "main")]
    assert [merged.before, merged.others, merged.after] == [held[0], ((OSLO, held[1]),), held[2]]


def test_a_merge_tells_under_which_path_each_parent_held_a_file(repository: GitRepository) -> None:
    text = "".join(f"line: {number}\n" for number in range(9))
    repository.write({OSLO: text})
    repository.commit("First")
    repository.run("checkout", "--quiet", "-b", "side")
    repository.run("mv", OSLO, "data/cities/bergen.yaml")
    repository.write({"data/cities/bergen.yaml": f"{text}side: 1\n"})
    repository.commit("Side")
    repository.run("checkout", "--quiet", "main")
    repository.write({OSLO: f"main: 1\n{text}"})
    repository.commit("Main")
    repository.run("merge", "--quiet", "--message=Merge", "side")
    (merged,) = steps(repository)[0].touched
    assert (merged.path, merged.was) == ("data/cities/bergen.yaml", OSLO)
    assert [path for path, _ in merged.others] == ["data/cities/bergen.yaml"]


def test_a_commit_stands_behind_those_that_come_from_it_whatever_its_date(
    repository: GitRepository,
) -> None:
    for number, date in enumerate(("2024-01-03", "2024-01-01", "2024-01-02")):
        repository.write({OSLO: f"name: {number}\n"})
        repository.commit(str(number), f"{date}T00:00:00+00:00")
    repository.run("checkout", "--quiet", "-b", "side", "HEAD~2")
    repository.write({"gsca.yaml": "name: X\n"})
    repository.commit("Side", "2023-01-01T00:00:00+00:00")
    repository.run("merge", "--quiet", "--no-edit", "main", date="2024-01-04T00:00:00+00:00")
    found = steps(repository)
    merge, *rest = told(found)
    assert merge == ("Merge branch 'main' into side", [])
    assert [subject for subject, _ in rest] == ["2", "1", "Side", "0"]
    assert [step.first for step in found] == [False, False, False, False, True]


def test_a_link_is_no_file(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n"})
    repository.commit("First")
    (repository.path / OSLO).unlink()
    (repository.path / OSLO).symlink_to("elsewhere")
    repository.commit("A link")
    assert told(steps(repository)) == [("A link", [f"- {OSLO}"]), ("First", [f"+ {OSLO}"])]


def test_where_a_shallow_clone_ends_is_not_where_all_began(
    repository: GitRepository, tmp_path: Path
) -> None:
    for name in ("First", "Second"):
        repository.write({OSLO: f"name: {name}\n"})
        repository.commit(name)
    address = repository.path.as_uri()
    repository.run("clone", "--quiet", "--depth=1", address, str(tmp_path / "shallow"))
    git = Git(tmp_path / "shallow")
    (step,) = history(git, git.commit("HEAD"))
    assert (step.commit.subject, step.first) == ("Second", True)
    assert git.has_parents(step.commit.id)
    whole = steps(repository)
    assert [step.first for step in whole] == [False, True]
    assert not Git(repository.path).has_parents(whole[1].commit.id)


def test_git_says_what_a_commit_holds_at_a_path(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n"})
    commit = repository.commit("First")
    git = Git(repository.path)
    content = git.held(commit, OSLO)
    assert content == repository.run("rev-parse", f"HEAD:{OSLO}")
    assert git.read(str(content)) == b"name: Oslo\n"
    for path in ("data", "nowhere.yaml", f"{OSLO}\nHEAD", "\ud800"):
        assert git.held(commit, path) is None
    assert git.commit("HEAD") == commit
