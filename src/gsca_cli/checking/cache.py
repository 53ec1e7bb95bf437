"""What files gave, kept between runs in a database of its own; the one door to SQLite.

Whoever deletes it, or breaks it, loses time and nothing else: every row has a check sum, and any
trouble with the file only means that nothing is remembered. It holds texts, and runs no code.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

LEAST_BYTES: Final = 1 << 26
"""As large as the file may always grow."""
BYTES_OF_A_FILE: Final = 1 << 12
"""As much as it may hold each time that a file was asked for: several of its contents."""
LEAST_SHELVES: Final = 1_000
"""As many shelves as there may always be: each edit puts up one or two, and each is looked at."""
FILES_OF_A_SHELF: Final = 20
"""As many files as must have been asked for to let there be one more."""

_ROWS_AT_ONCE: Final = 20
_FAST: Final = 1
"""How hard to compress: a third of the bytes remains, at once."""
_SECONDS: Final = 1.0
"""How long to wait for another run that writes."""
_MOST_BYTES: Final = 1 << 24
"""No longer text is kept, nor believed: a few bytes may claim to be any number."""
_ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What a broken file leads to: the words of an error are read from it too."""
_PRIMARY: Final = 0xFF
"""What the error codes of SQLite say in their first byte; the others tell more of it."""
_PASSING: Final = frozenset(
    (
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM),
    )
)
"""What is wrong with the system at the moment, not with the file."""
_TABLES: Final = (
    "CREATE TABLE program (stamp BLOB)",
    (
        "CREATE TABLE shelf (number INTEGER PRIMARY KEY, topic BLOB, first BLOB, last BLOB, "
        "sum INTEGER, text BLOB)"
    ),
)
_PUT: Final = "INSERT INTO shelf (topic, first, last, sum, text) VALUES (?, ?, ?, ?, ?)"
_BEGINNING: Final = (
    # Nothing that a stranger may have written into the file is run.
    "PRAGMA trusted_schema = OFF",
    # The check sums tell what a loss of power has spoilt.
    "PRAGMA synchronous = OFF",
)


class NoMemoryError(Exception):
    """A file that somebody else has made: it may hold a view that never ends."""


class Cache:
    """The memory of one alliance in a file, for one program: that of another one is void."""

    def __init__(self, file: Path, program: str) -> None:
        self._file = file
        self._asked = 0
        self._waiting: list[tuple[bytes, bytes, bytes, int, bytes]] = []
        self._rows = _opened(file, program) or _opened(file, program)
        self._shelves = self._listed()
        self._number = len(self._shelves)

    def shelves(self, topic: str, paths: Sequence[str]) -> Sequence[int]:
        """The numbers of those that may know some files, given in order, the newest first."""
        self._asked += len(paths)
        wanted, start, end = _encoded(topic), _encoded(paths[0]), _encoded(paths[-1])
        return [
            number
            for number, about, first, last in self._shelves
            if about == wanted and first <= end and last >= start
        ]

    def text(self, number: int) -> str | None:
        """What stands on a shelf; None if it cannot be read any more."""
        question = "SELECT topic, first, last, sum, text FROM shelf WHERE number = ?"
        for *named, total, content in self._rows_of(question, number):
            texts = [each for each in (*named, content) if isinstance(each, bytes)]
            if len(texts) == len((*named, content)) and total == _sum(texts):
                try:
                    return _decompressed(content)
                except ValueError:
                    self.forget()
        return None

    def put(self, topic: str, paths: Sequence[str], text: str) -> None:
        """Put up a shelf about some files, given in order."""
        encoded = _encoded(text)
        if len(encoded) > _MOST_BYTES:
            return
        content = zlib.compress(encoded, _FAST)
        named = _encoded(topic), _encoded(paths[0]), _encoded(paths[-1])
        self._waiting.append((*named, _sum([*named, content]), content))
        self._write(_ROWS_AT_ONCE)

    def forget(self) -> None:
        """What was found cannot have been kept here: begin anew in the next run."""
        self._give_up(NoMemoryError())

    def close(self) -> None:
        """Write what is left; a file that has grown too large is begun anew next time."""
        self._write(1)
        if self._rows:
            self._rows.close()
            self._rows = None
            with suppress(OSError):
                if self._has_grown_too_large():
                    self._file.unlink()

    def _has_grown_too_large(self) -> bool:
        """Does it take too much room, or too long to look through all of its shelves?"""
        most_bytes = max(LEAST_BYTES, self._asked * BYTES_OF_A_FILE)
        most_shelves = max(LEAST_SHELVES, self._asked // FILES_OF_A_SHELF)
        return self._file.stat().st_size > most_bytes or self._number > most_shelves

    def _listed(self) -> Sequence[tuple[int, bytes, bytes, bytes]]:
        """Every shelf, the newest first: its number, its topic, the first and the last path."""
        question = "SELECT number, topic, first, last FROM shelf ORDER BY number DESC"
        return [
            (number, *named)
            for number, *named in self._rows_of(question)
            if all(isinstance(each, bytes) for each in named)
        ]

    def _rows_of(self, question: str, *given: Any) -> list[Any]:
        if self._rows:
            try:
                return self._rows.execute(question, given).fetchall()
            except _ERRORS as error:
                self._give_up(error)
        return []

    def _write(self, least: int) -> None:
        """Write what waits, if it is enough to be worth it."""
        if len(self._waiting) < least:
            return
        try:
            if self._rows:
                with _transaction(self._rows):
                    self._rows.executemany(_PUT, self._waiting)
        except _ERRORS as error:
            self._give_up(error)
        self._number += len(self._waiting)
        self._waiting.clear()

    def _give_up(self, error: Exception) -> None:
        """Remember nothing more in this run."""
        if self._rows:
            self._rows.close()
            self._rows = None
        _delete_if_broken(self._file, error)


def _opened(file: Path, program: str) -> sqlite3.Connection | None:
    """The database, made if it is not there; None if it was broken, or cannot be had."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(file, timeout=_SECONDS, isolation_level=None)
    except (OSError, *_ERRORS):
        return None
    try:
        for command in _BEGINNING:
            rows.execute(command)
        _make_tables(rows)
        known = rows.execute("SELECT stamp FROM program").fetchall()
        if not known:
            rows.execute("INSERT INTO program VALUES (?)", (program.encode(),))
    except (NoMemoryError, *_ERRORS) as error:
        rows.close()
        _delete_if_broken(file, error)
        return None
    if known and known != [(program.encode(),)]:
        rows.close()
        _delete(file)
        return None
    return rows


def _make_tables(rows: sqlite3.Connection) -> None:
    """Make the tables, unless they are there.

    Raises:
        NoMemoryError: something else is.
    """
    question = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
    found = {sql for (sql,) in rows.execute(question)}
    if not found <= {*_TABLES}:
        raise NoMemoryError
    for table in _TABLES:
        if table not in found:
            # Another run may have made it meanwhile.
            rows.execute(table.replace("TABLE", "TABLE IF NOT EXISTS"))


def _decompressed(content: bytes) -> str:
    """A text that was compressed.

    Raises:
        ValueError: it is none that was kept.
    """
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(content, _MOST_BYTES)
    except zlib.error as error:
        raise ValueError from error
    if not reader.eof:
        raise ValueError
    return text.decode("utf-8", "surrogatepass")


def _delete_if_broken(file: Path, error: Exception) -> None:
    """Delete what is no database any more; one that only cannot be had now stays."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code & _PRIMARY not in _PASSING:
        _delete(file)


def _delete(file: Path) -> None:
    for path in (file, file.with_name(f"{file.name}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _transaction(rows: sqlite3.Connection) -> Iterator[None]:
    """Write all of it, or nothing."""
    rows.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        rows.rollback()
        raise
    rows.execute("COMMIT")


def _sum(texts: Sequence[bytes]) -> int:
    return zlib.crc32(b"\0".join(texts))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
