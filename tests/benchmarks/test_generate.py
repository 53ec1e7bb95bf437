"""The made-up alliances that gsca is measured on."""

from itertools import combinations
from pathlib import Path
from subprocess import run

import pytest
from benchmarks import city, spelling
from benchmarks.generate import main
from benchmarks.mistakes import MISTAKES
from benchmarks.places import COLUMNS, COUNTRIES, HEIGHT, ROWS, WIDTH
from gsca import Gsca

from gsca_cli.records.globe import kilometres


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


def git(folder: Path, *words: str) -> str:
    done = run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_is_found_in_an_alliance(small: Gsca, tmp_path: Path) -> None:
    main(["60", str(tmp_path / "made")])
    out = small.out("validate", "--strict", "--root", str(tmp_path / "made"))
    assert out.startswith("Read 60 cities, 8 regions, 20 policies,")
    assert out.endswith("No findings.\n")


def test_every_mistake_is_found_where_it_was_planted_and_no_other(
    small: Gsca, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = len(MISTAKES) * 2
    main(["60", str(tmp_path / "made"), "--broken", str(number)])
    told = capsys.readouterr().out.splitlines()
    ran = small("validate", "--root", str(tmp_path / "made"), "--max-findings", "0")
    heads = [line for line in ran.out.splitlines() if line.startswith("data/")]
    found = [
        f"{place} {rest.split(']')[0]}" for place, rest in (h.split(": error[") for h in heads)
    ]
    assert len(told) == number
    assert sorted(found) == sorted(told)


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("same", "1"), ("other", "2")):
        main(["30", str(tmp_path / name), "--seed", seed, "--history", "12", "--broken", "3"])
    assert files_of(tmp_path / "one") == files_of(tmp_path / "same")
    assert git(tmp_path / "one", "rev-parse", "HEAD") == git(tmp_path / "same", "rev-parse", "HEAD")
    assert files_of(tmp_path / "one") != files_of(tmp_path / "other")


def test_a_history_ends_with_what_stands_in_the_folder(tmp_path: Path) -> None:
    main(["5", str(tmp_path), "--history", "12"])
    assert git(tmp_path, "status", "--porcelain") == ""
    assert git(tmp_path, "rev-list", "--count", "HEAD") == "12"
    changed = git(tmp_path, "log", "--format=", "--name-only", "--max-count=11").splitlines()
    assert len([line for line in changed if line]) == 11


def test_a_past_of_an_alliance_has_no_findings_either(small: Gsca, tmp_path: Path) -> None:
    main(["20", str(tmp_path / "made"), "--history", "50"])
    ran = small("validate", "--strict", "--at", "HEAD~49", "--root", str(tmp_path / "made"))
    assert ran.code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["0"], "there can be 1 to"),
        (["1000000"], "there can be 1 to"),
        (["3", "--broken", "4"], "one mistake at most"),
    ],
)
def test_what_cannot_be_made_is_refused(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([words[0], str(tmp_path / "new"), *words[1:]])
    assert message in capsys.readouterr().err


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(SystemExit):
        main(["1", str(tmp_path)])
    assert list(tmp_path.iterdir()) == [tmp_path / "mine"]


def test_two_hundred_thousand_cities_have_files_of_their_own() -> None:
    assert len({city.path(number) for number in range(200_000)}) == 200_000
    assert len(COUNTRIES) * ROWS * COLUMNS < spelling.MOST


def test_the_grids_of_two_countries_lie_apart() -> None:
    tall, wide = ROWS * HEIGHT, COLUMNS * WIDTH
    for one, other in combinations(COUNTRIES, 2):
        apart_ns = abs(one.south - other.south) >= tall
        apart_ew = abs(one.west - other.west) >= wide
        assert apart_ns or apart_ew, (one.code, other.code)


def test_neighbours_on_a_grid_are_no_duplicates() -> None:
    for country in COUNTRIES:
        north = country.south + ROWS * HEIGHT if country.south > 0 else country.south
        assert kilometres((north, 0), (north, WIDTH - 0.0099)) > 2
    assert kilometres((0, 0), (HEIGHT - 0.0099, 0)) > 2
