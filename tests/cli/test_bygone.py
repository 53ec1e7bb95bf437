"""What is said of a record that is there no more, to whoever asks for it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from small_alliance import FILES, OSLO

OSLO_PATH, BODO = "data/cities/oslo.yaml", "data/cities/no/bodo.yaml"
CITY = OSLO.replace("Oslo", "Bodø").replace("2021", "2023")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """A repository in which Bodø came, free to be changed."""
    use_no_settings(monkeypatch, tmp_path / "home")
    made = GitRepository(tmp_path / "made")
    made.write({**FILES, BODO: CITY})
    made.commit("Begin", "2024-01-10T00:00:00+00:00")
    return made


@pytest.fixture
def gsca(repository: GitRepository, capsys: pytest.CaptureFixture[str]) -> Gsca:
    """Run gsca on that repository."""
    return Gsca(capsys, repository.path)


def left(repository: GitRepository) -> str:
    """Delete Bodø; the id of the commit."""
    repository.write({BODO: None})
    return repository.commit("Let Bodø go", "2024-02-03T00:00:00+00:00")[:8]


@pytest.mark.parametrize("command", ["show", "trend", "report"])
@pytest.mark.parametrize("key", ["bodo", "city/bodo"])
def test_a_record_that_was_deleted_says_when_and_how_to_see_it(
    repository: GitRepository, gsca: Gsca, command: str, key: str
) -> None:
    commit = left(repository)
    ran = gsca(command, key)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"gsca: `{key}` was deleted in {commit} (2024-02-03, Let Bodø go); "
        f"`--at {commit}~1` shows it as it was\n"
    )
    assert "Bodø" in gsca(command, key, "--at", f"{commit}~1").out


def test_the_log_of_a_record_that_is_gone_ends_with_how_to_see_it(
    repository: GitRepository, gsca: Gsca
) -> None:
    assert "--at" not in gsca.out("log", "bodo")
    repository.write({BODO: None})
    assert gsca.out("log", "bodo").endswith(
        "\n`gsca show city/bodo --at HEAD` shows it as it was.\n"
    )
    commit = left_already(repository)
    asked = f"`gsca show city/bodo --at {commit[:7]}~1`"
    assert gsca.out("log", "bodo").endswith(f"\n{asked} shows it as it was.\n")
    assert "it as it was" in gsca.out("log", "bodo", "--format", "md")


def left_already(repository: GitRepository) -> str:
    return repository.commit("Let Bodø go", "2024-02-03T00:00:00+00:00")


def test_what_is_not_committed_yet_is_seen_in_the_last_commit(
    repository: GitRepository, gsca: Gsca
) -> None:
    repository.write({BODO: None})
    said = "`bodo` is gone, which is not committed yet; `--at HEAD` shows it as it was"
    assert gsca("show", "bodo").err == f"gsca: {said}\n"
    assert "Bodø" in gsca("show", "bodo", "--at", "HEAD").out


def test_a_version_that_cannot_be_read_is_not_the_one_to_see(
    repository: GitRepository, gsca: Gsca
) -> None:
    begun = repository.run("rev-parse", "HEAD")
    repository.write({BODO: "name: [\n"})
    repository.commit("Break it")
    commit = left(repository)
    assert gsca("show", "bodo").err.endswith(f"; `--at {begun[:8]}` shows it as it was\n")
    asked = f"`gsca show city/bodo --at {begun[:7]}`"
    told = gsca.out("log", "bodo")
    assert told.endswith(f"\n{asked} shows it as it was.\n")
    assert "again" not in told
    assert commit in gsca("show", "bodo").err
    assert "Bodø" in gsca("show", "bodo", "--at", begun[:8]).out


def test_what_could_never_be_read_is_shown_nowhere(repository: GitRepository, gsca: Gsca) -> None:
    repository.write({"data/cities/turku.yaml": "name: [\n"})
    repository.commit("Begin badly")
    repository.write({"data/cities/turku.yaml": None})
    assert gsca("show", "turku").err == "gsca: `turku` is gone, which is not committed yet\n"
    assert "--at" not in gsca.out("log", "turku")
    commit = repository.commit("Let it go")[:8]
    said = f"`turku` was deleted in {commit} (2024-01-01, Let it go)"
    assert gsca("show", "turku").err == f"gsca: {said}\n"


def test_another_id_is_told(repository: GitRepository, gsca: Gsca) -> None:
    repository.write({BODO: None, "data/cities/bodoe.yaml": CITY})
    commit = repository.commit("Spell it out", "2024-02-03T00:00:00+00:00")[:8]
    said = f"`bodo` has been called `bodoe` since {commit} (2024-02-03, Spell it out)"
    assert gsca("show", "bodo").err == f"gsca: {said}\n"


def test_another_city_that_says_much_the_same_is_not_the_one_that_went(
    repository: GitRepository, gsca: Gsca
) -> None:
    repository.write({BODO: None, "data/cities/no/narvik.yaml": CITY.replace("Bodø", "Narvik")})
    commit = repository.commit("Take another one", "2024-02-03T00:00:00+00:00")[:8]
    assert gsca("show", "bodo").err.startswith(f"gsca: `bodo` was deleted in {commit} ")
    assert "bodo" not in gsca.out("log", "narvik")
    for told in (gsca.out("diff", "HEAD~1..HEAD"), gsca.out("report", "--since", "HEAD~1")):
        assert "Narvik: new city\n" in told
        assert "Bodø: deleted" in told


def test_the_past_knows_what_was_deleted_before_it(repository: GitRepository, gsca: Gsca) -> None:
    commit = left(repository)
    repository.write({OSLO_PATH: f"{OSLO}notes: [x]\n"})
    repository.commit("Go on", "2024-03-03T00:00:00+00:00")
    assert f"`bodo` was deleted in {commit}" in gsca("show", "bodo", "--at", "HEAD").err
    repository.write({BODO: CITY})
    repository.commit("It is back", "2024-04-03T00:00:00+00:00")
    assert gsca("show", "bodo").code == 0
    assert f"`bodo` was deleted in {commit}" in gsca("show", "bodo", "--at", "HEAD~1").err


def test_an_id_that_never_was_is_answered_as_ever(repository: GitRepository, gsca: Gsca) -> None:
    left(repository)
    assert gsca("show", "olso").err == "gsca: no record `olso`; did you mean `oslo`?\n"
    assert gsca("show", "policy/bodo").err.startswith("gsca: no record `policy/bodo`;")


def test_without_git_nothing_more_is_known(small: Gsca) -> None:
    assert small("show", "olso").err == "gsca: no record `olso`; did you mean `oslo`?\n"


def test_git_is_asked_only_where_nothing_is_found(
    repository: GitRepository, gsca: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(repository)
    started: list[list[str]] = []
    start = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        started.append(command)
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    gsca.out("show", "oslo")
    assert started == []
    gsca("show", "bodo")
    # The history, what stands where, and whether the clone is whole.
    assert len(started) == 3
