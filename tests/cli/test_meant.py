"""A record of the past, asked for by the id that it has now."""

from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from small_alliance import FILES

REGION = FILES["data/regions/north.yaml"] + "meetings: [{date: 2022-01-05}]\n"


@pytest.fixture
def gsca(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Gsca:
    """Run gsca where a region, a policy and a city have got another id."""
    use_no_settings(monkeypatch, tmp_path / "home")
    repository = GitRepository(tmp_path / "made")
    repository.write({**FILES, "data/regions/north.yaml": REGION})
    repository.commit("Begin", "2022-01-10T00:00:00+00:00")
    run = Gsca(capsys, repository.path)
    for old, new in (("region/north", "nord"), ("open-data", "open"), ("oslo", "christiania")):
        assert run("rename", old, new).code == 0
    repository.commit("Rename", "2022-02-10T00:00:00+00:00")
    return run


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("report", "nord"), ["`nord` was called `north` then"]),
        (("report", "region/nord"), ["`region/nord` was called `north` then"]),
        (("report", "nord", "--since", "last-meeting"), ["`nord` was called `north` then"]),
        (("show", "christiania"), ["`christiania` was called `oslo` then"]),
        (("trend", "open"), ["`open` was called `open-data` then"]),
        (
            ("list", "cities", "--region", "nord", "--policy", "open"),
            ["`nord` was called `north` then", "`open` was called `open-data` then"],
        ),
        (("report", "north"), []),
        (("list", "cities", "--region", "north"), []),
    ],
)
def test_it_is_found_under_the_id_that_it_had(
    gsca: Gsca, words: tuple[str, ...], told: list[str]
) -> None:
    ran = gsca(*words, "--at", "2022-01")
    assert ran.code == 0
    assert [line.removeprefix("gsca: ") for line in ran.err.splitlines()][1:] == told


def test_one_that_nobody_has_is_still_unknown(gsca: Gsca) -> None:
    ran = gsca("report", "nothing", "--at", "2022-01")
    assert ran.code == 2
    assert "no record `nothing`" in ran.err


def test_one_that_could_not_be_read_is_looked_at_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")
    repository = GitRepository(tmp_path / "made")
    repository.write({**FILES, "data/cities/oslo.yaml": "name: [\n"})
    repository.commit("Begin", "2022-01-10T00:00:00+00:00")
    repository.write(FILES)
    run = Gsca(capsys, repository.path)
    for words in (["show", "oslo"], ["report", "oslo"]):
        assert run(*words, "--at", "2022-01").err.endswith(
            "gsca: data/cities/oslo.yaml could not be read; `gsca validate --at 2022-01` says why\n"
        )
    assert "says why, with the same `--at`" in run("report", "--at", "2022-01").out
