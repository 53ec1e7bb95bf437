"""What `gsca validate` says of the past."""

import re
from collections.abc import Sequence

import pytest
from git_repository import GitRepository
from gsca import Gsca
from scripted_history import (
    BERGEN,
    BERGEN_FILE,
    OSLO_FILE,
    PLANNED_OSLO,
)


def test_a_validation_of_the_past_takes_paths_of_then(
    gsca: Gsca, repository: GitRepository
) -> None:
    wrong = PLANNED_OSLO.replace("open-data", "open-dta")
    repository.write({OSLO_FILE: wrong, BERGEN_FILE: BERGEN.replace("north", "nrth")})
    repository.commit("Err")
    repository.write({OSLO_FILE: None})
    for paths, codes in (([OSLO_FILE], 1), (["data/cities"], 2), (["."], 2), (["data/regions"], 0)):
        ran = gsca("validate", *(str(repository.path / path) for path in paths), "--at", "HEAD")
        assert ran.out.count("error[unknown-reference]") == codes
    gone = repository.path / "data/cities/vadso.yaml"
    ran = gsca("validate", str(gone), "--at", "HEAD")
    commit = repository.run("rev-parse", "HEAD")
    assert ran.code == 2
    assert ran.err.endswith(f"gsca: no such file or folder in {commit[:8]}: {gone}\n")
    ran = gsca("validate", "/elsewhere", "--at", "HEAD")
    assert (ran.code, "/elsewhere is not in the repository" in ran.err) == (2, True)


def test_what_is_past_is_not_mended(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: PLANNED_OSLO.replace("country", "contry")})
    repository.commit("Err")
    assert "can be mended" in gsca("validate").out
    for form in ("text", "json"):
        ran = gsca("validate", "--at", "HEAD", "--format", form)
        assert ran.code == 1
        assert "mended" not in ran.out + ran.err
        assert '"fix"' not in ran.out
    assert gsca("validate", "--at", "HEAD").out.startswith(f"{OSLO_FILE}:2:1: error[unknown-field]")


def test_two_moments_can_be_compared(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: PLANNED_OSLO.replace("open-data", "open-dta")})
    repository.commit("Err")
    repository.write({BERGEN_FILE: BERGEN.replace("north", "nrth")})
    repository.commit("Err again")
    repository.write({OSLO_FILE: PLANNED_OSLO, BERGEN_FILE: BERGEN})
    repository.commit("Mend")

    def places(*words: str) -> list[str]:
        ran = gsca("validate", "--select", "unknown-reference", *words)
        return re.findall(r"^data/cities/(\w+)", ran.out, re.MULTILINE)

    assert places("--at", "HEAD~1") == ["bergen", "oslo"]
    assert places("--at", "HEAD~1", "--changed-since", "HEAD~2") == ["bergen"]
    assert places("--at", "HEAD~1", "--changed-since", "HEAD~3") == ["bergen", "oslo"]
    assert places("--at", "HEAD~2", "--changed-since", "HEAD") == []


@pytest.mark.parametrize(
    "words", [["--stdin", "--as", OSLO_FILE], ["--stdin"], ["--as", OSLO_FILE]]
)
def test_what_is_typed_in_is_not_past(gsca: Gsca, words: Sequence[str]) -> None:
    ran = gsca("validate", *words, "--at", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    message = "--stdin checks a text beside the files on disk: leave out --at"
    assert ran.err == f"gsca: {message}\n"


def test_what_was_brought_in_since_a_day_is_told(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: PLANNED_OSLO.replace("open-data", "open-dta")})
    repository.commit("Err", "2030-01-05T12:00:00+00:00")
    for since, code in (("2030-01-06", 0), ("2030-01-05", 1), ("2030-01", 1)):
        ran = gsca("validate", "--changed-since", since, "--select", "unknown-reference")
        assert (ran.code, ran.out.count("open-dta`")) == (code, code)
    ran = gsca("validate", "--changed-since", "1999")
    assert ran.code == 3
    assert "--changed-since 1999: nothing was recorded here before" in ran.err
