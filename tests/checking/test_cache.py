"""The cache on disk: whatever happens to it, only time is lost."""

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.checking import cache
from gsca_cli.checking.cache import Cache

PATHS = [f"data/cities/{name}.yaml" for name in ("a", "b", "é", "\udcff")]
SHELVES = {"ground": PATHS[:2], "stamps": PATHS[1:], "gröund": PATHS[3:]}
TEXTS = {topic: f"{topic} said \ud800 {'x' * 50}" for topic in SHELVES}


def filled(file: Path, program: str = "program") -> None:
    """A cache with three shelves."""
    with closing(Cache(file, program)) as made:
        for topic, paths in SHELVES.items():
            made.put(topic, paths, TEXTS[topic])


def known(file: Path, program: str = "program") -> list[str | None]:
    """What stands on each of the three shelves."""
    with closing(Cache(file, program)) as found:
        return [newest(found, topic, paths) for topic, paths in SHELVES.items()]


def newest(cache: Cache, topic: str, paths: Sequence[str]) -> str | None:
    """What stands on the newest shelf about some files."""
    numbers = cache.shelves(topic, paths)
    return cache.text(numbers[0]) if numbers else None


def test_what_is_put_up_is_found_in_the_next_run(tmp_path: Path) -> None:
    filled(tmp_path / "new/files.sqlite")
    assert known(tmp_path / "new/files.sqlite") == list(TEXTS.values())
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["files.sqlite"]


def test_a_shelf_is_found_for_all_paths_from_its_first_to_its_last(tmp_path: Path) -> None:
    filled(tmp_path / "files.sqlite")
    with closing(Cache(tmp_path / "files.sqlite", "program")) as found:
        about = {
            path: [topic for topic in (*SHELVES, "") if found.shelves(topic, [path])]
            for path in (*PATHS, "data/cities/c.yaml", "data/cities/0.yaml")
        }
    assert list(about.values()) == [
        ["ground"],
        ["ground", "stamps"],
        ["stamps"],
        ["stamps", "gröund"],
        ["stamps"],
        [],
    ]


def test_the_newest_shelf_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "files.sqlite"
    for turn in range(3):
        with closing(Cache(file, "program")) as made:
            made.put("ground", PATHS[turn : turn + 2], f"{turn}")
    with closing(Cache(file, "program")) as found:
        assert [found.text(number) for number in found.shelves("ground", PATHS)] == [*"210"]
        assert [found.text(number) for number in found.shelves("ground", PATHS[1:2])] == [*"10"]
        assert found.text(77) is None


def test_a_cache_whose_header_is_broken_is_begun_anew(tmp_path: Path) -> None:
    """SQLite calls that an error in the question: the format of the file is one of the future."""
    file = tmp_path / "files.sqlite"
    filled(file)
    content = bytearray(file.read_bytes())
    content[47] = 5
    file.write_bytes(content)
    filled(file)
    filled(file)
    assert known(file) == list(TEXTS.values())


@given(st.data())
def test_a_broken_cache_knows_less_and_nothing_wrong(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = tmp_path_factory.getbasetemp() / "broken/files.sqlite"
    file.unlink(missing_ok=True)
    filled(file)
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at : at + 40] = data.draw(st.binary(min_size=40, max_size=40))
        else:
            del content[at:]
            break
    file.write_bytes(content)
    for found, text in zip(known(file), TEXTS.values(), strict=True):
        assert found in {None, text}
    filled(file)
    filled(file)
    assert known(file) == list(TEXTS.values())


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(2_000)])
def test_what_is_no_cache_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "files.sqlite").write_bytes(content)
    filled(tmp_path / "files.sqlite")
    assert known(tmp_path / "files.sqlite") == list(TEXTS.values())


FORGED = {
    "what was never compressed": b"no text",
    "a text that is cut off": zlib.compress(b"text" * 100)[:-8],
    "more bytes than any text has": zlib.compress(bytes((1 << 24) + 1)),
    "letters of another encoding": zlib.compress(b"\xff"),
}


@pytest.mark.parametrize("content", FORGED.values(), ids=FORGED)
def test_what_nobody_has_kept_is_not_believed_though_its_sum_is_right(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "files.sqlite"
    filled(file)
    with closing(sqlite3.connect(file)) as rows, rows:
        for number, *named in rows.execute(
            "SELECT number, topic, first, last FROM shelf"
        ).fetchall():
            forged = (zlib.crc32(b"\0".join([*named, content])), content, number)
            rows.execute("UPDATE shelf SET sum = ?, text = ? WHERE number = ?", forged)
    assert known(file) == [None] * 3
    filled(file)
    assert known(file) == list(TEXTS.values())


@pytest.mark.parametrize("table", ["program", "shelf"])
def test_a_view_in_place_of_a_table_is_never_looked_at(tmp_path: Path, table: str) -> None:
    """It could go on for ever."""
    file = tmp_path / "files.sqlite"
    filled(file)
    endless = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)"
    with closing(sqlite3.connect(file)) as rows, rows:
        rows.execute(f"DROP TABLE {table}")
        rows.execute(
            f"CREATE VIEW {table} AS {endless} SELECT n AS number, n AS stamp, n AS topic, "  # noqa: S608
            "n AS first, n AS last, n AS sum, n AS text FROM more"
        )
    assert known(file) == [None] * 3
    filled(file)
    assert known(file) == list(TEXTS.values())


def test_a_text_that_is_too_long_to_be_believed_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_MOST_BYTES", 20)
    filled(tmp_path / "files.sqlite")
    assert known(tmp_path / "files.sqlite") == [None] * 3


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "files.sqlite").mkdir()
    for place in (tmp_path / "file/files.sqlite", tmp_path / "files.sqlite"):
        filled(place)
        assert known(place) == [None] * 3


def test_while_another_run_writes_nothing_is_lost_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_SECONDS", 0.01)
    file = tmp_path / "files.sqlite"
    filled(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert known(file) == [None] * 3
        filled(file)
        other.execute("ROLLBACK")
    assert known(file) == list(TEXTS.values())


def test_two_runs_at_once_remember_what_both_saw(tmp_path: Path) -> None:
    file = tmp_path / "files.sqlite"
    with closing(Cache(file, "program")) as one, closing(Cache(file, "program")) as other:
        one.put("ground", PATHS[:2], TEXTS["ground"])
        other.put("stamps", PATHS[1:], TEXTS["stamps"])
        other.put("gröund", PATHS[3:], TEXTS["gröund"])
    assert known(file) == list(TEXTS.values())


@pytest.mark.parametrize(
    ("least", "of_a_file"),
    [("LEAST_BYTES", ("BYTES_OF_A_FILE", 1)), ("LEAST_SHELVES", ("FILES_OF_A_SHELF", 10))],
)
def test_a_cache_that_has_grown_too_large_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: str, of_a_file: tuple[str, int]
) -> None:
    file = tmp_path / "files.sqlite"
    filled(file)
    monkeypatch.setattr(cache, least, 1)
    monkeypatch.setattr(cache, *of_a_file)
    assert known(file) == list(TEXTS.values())
    assert not file.exists()
    # Unless as many files are there as need it.
    monkeypatch.setattr(cache, least, 10**9)
    filled(file)
    assert known(file) == list(TEXTS.values())
    assert file.exists()


@pytest.mark.parametrize("column", ["topic", "first", "last", "text"])
@pytest.mark.parametrize("value", [None, 5, "a text"])
def test_a_row_of_other_types_is_not_believed(tmp_path: Path, column: str, value: object) -> None:
    file = tmp_path / "files.sqlite"
    filled(file)
    with closing(sqlite3.connect(file)) as rows, rows:
        rows.execute(f"UPDATE shelf SET {column} = ?", (value,))  # noqa: S608 (one of ours)
    assert known(file) == [None] * 3
