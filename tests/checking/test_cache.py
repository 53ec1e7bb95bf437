"""The cache on disk: whatever happens to it, only time is lost."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.checking import cache
from gsca_cli.checking.cache import Cache
from gsca_cli.checking.source import Key

KEYS = [Key(f"data/cities/{name}.yaml", "0" * 40, "ground") for name in ("a", "é", "\udcff")]
TEXTS = {key: f"{key.path} said \ud800 {'x' * 50}" for key in KEYS}


def filled(file: Path, program: str = "program") -> None:
    """A cache that knows three files."""
    with closing(Cache(file, program)) as made:
        for key, text in TEXTS.items():
            made.keep(key, text)
            made.note(key.path, "stamp", key.blob)


def known(file: Path, program: str = "program") -> list[str | None]:
    """What a cache knows of the three files."""
    with closing(Cache(file, program)) as found:
        texts = found.find(KEYS)
        return [texts.get(key) for key in KEYS]


def held(file: Path) -> list[str | None]:
    """What a cache knows of what the three files hold."""
    with closing(Cache(file, "program")) as found:
        blobs = found.blobs(dict.fromkeys((key.path for key in KEYS), "stamp"))
        return [blobs.get(key.path) for key in KEYS]


def test_what_is_kept_is_found_in_the_next_run(tmp_path: Path) -> None:
    filled(tmp_path / "new/files.sqlite")
    assert known(tmp_path / "new/files.sqlite") == list(TEXTS.values())
    with closing(Cache(tmp_path / "new/files.sqlite", "program")) as found:
        asked = {KEYS[0].path: "another stamp", KEYS[2].path: "stamp", "data/b.yaml": "stamp"}
        assert found.blobs(asked) == {KEYS[2].path: "0" * 40}
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["files.sqlite"]


@pytest.mark.parametrize("other", [{"path": "b"}, {"blob": "1" * 40}, {"ground": ""}])
def test_another_path_content_or_ground_is_not_known(tmp_path: Path, other: dict[str, str]) -> None:
    filled(tmp_path / "files.sqlite")
    with closing(Cache(tmp_path / "files.sqlite", "program")) as found:
        assert found.find([KEYS[0]._replace(**other)]) == {}


def test_another_program_begins_anew(tmp_path: Path) -> None:
    filled(tmp_path / "files.sqlite")
    assert known(tmp_path / "files.sqlite", "another") == [None] * 3
    filled(tmp_path / "files.sqlite", "another")
    assert known(tmp_path / "files.sqlite", "another") == list(TEXTS.values())
    assert known(tmp_path / "files.sqlite") == [None] * 3


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
    # They have no check sum: a wrong one leads to a key that is not known.
    assert len(held(file)) == len(KEYS)
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
        for (digest,) in rows.execute("SELECT key FROM outcome").fetchall():
            forged = (zlib.crc32(digest + content), content, digest)
            rows.execute("UPDATE outcome SET sum = ?, text = ? WHERE key = ?", forged)
    assert known(file) == [None] * 3
    filled(file)
    assert known(file) == list(TEXTS.values())


@pytest.mark.parametrize("table", ["program", "outcome", "file"])
def test_a_view_in_place_of_a_table_is_never_looked_at(tmp_path: Path, table: str) -> None:
    """It could go on for ever."""
    file = tmp_path / "files.sqlite"
    filled(file)
    endless = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)"
    with closing(sqlite3.connect(file)) as rows, rows:
        rows.execute(f"DROP TABLE {table}")
        rows.execute(
            f"CREATE VIEW {table} AS {endless} SELECT n AS key, n AS sum, n AS text, "  # noqa: S608
            "n AS path, n AS stamp, n AS blob FROM more"
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
        one.keep(KEYS[0], TEXTS[KEYS[0]])
        other.keep(KEYS[1], TEXTS[KEYS[1]])
        other.keep(KEYS[2], TEXTS[KEYS[2]])
    assert known(file) == list(TEXTS.values())


def test_a_cache_that_has_grown_too_large_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "files.sqlite"
    filled(file)
    monkeypatch.setattr(cache, "LEAST_BYTES", 1)
    monkeypatch.setattr(cache, "BYTES_OF_A_FILE", 1)
    assert known(file) == list(TEXTS.values())
    assert not file.exists()
