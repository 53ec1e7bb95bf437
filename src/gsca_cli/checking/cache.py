"""What files gave, kept between runs in a database of its own; the one door to SQLite.

Whoever deletes it, or breaks it, loses time and nothing else: every row has a check sum, and any
trouble with the file only means that nothing is remembered. It holds texts, and runs no code.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from gsca_cli.checking.source import Key

LEAST_BYTES: Final = 1 << 26
"""As large as the file may always grow."""
BYTES_OF_A_FILE: Final = 1 << 14
"""As much as it may hold for each file that was asked for: several of its contents."""

_ROWS_AT_ONCE: Final = 500
_FAST: Final = 1
"""How hard to compress: a fifth of the bytes remains, at once."""
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
    "CREATE TABLE outcome (key BLOB PRIMARY KEY, sum INTEGER, text BLOB)",
    "CREATE TABLE file (path BLOB PRIMARY KEY, stamp BLOB, blob BLOB)",
)
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
        self._outcomes: list[tuple[bytes, int, bytes]] = []
        self._files: list[tuple[bytes, bytes, bytes]] = []
        self._rows = _opened(file, program) or _opened(file, program)

    def find(self, keys: Sequence[Key]) -> Mapping[Key, str]:
        """What some files gave, as far as that is known."""
        self._asked += len(keys)
        wanted = {_digest(key): key for key in keys}
        rows = self._among("SELECT key, sum, text FROM outcome WHERE key IN", list(wanted))
        try:
            return {
                wanted[digest]: _decompressed(text)
                for digest, total, text in rows
                if digest in wanted
                and isinstance(text, bytes)
                and total == zlib.crc32(digest + text)
            }
        except ValueError:
            self.forget()
            return {}

    def keep(self, key: Key, text: str) -> None:
        """Remember what a file gave."""
        encoded = _encoded(text)
        if len(encoded) > _MOST_BYTES:
            return
        digest, content = _digest(key), zlib.compress(encoded, _FAST)
        self._outcomes.append((digest, zlib.crc32(digest + content), content))
        self._write(_ROWS_AT_ONCE)

    def blobs(self, stamps: Mapping[str, str]) -> Mapping[str, str]:
        """What the files at some paths hold that have these stamps, as far as that is known."""
        wanted = {_encoded(path): (path, stamp.encode()) for path, stamp in stamps.items()}
        rows = self._among("SELECT path, stamp, blob FROM file WHERE path IN", list(wanted))
        return {
            wanted[written][0]: blob.decode("ascii", "replace")
            for written, stamp, blob in rows
            if written in wanted and wanted[written][1] == stamp and isinstance(blob, bytes)
        }

    def note(self, path: str, stamp: str, blob: str) -> None:
        """Remember what a file with this stamp holds."""
        self._files.append((_encoded(path), stamp.encode(), blob.encode()))
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
                if self._file.stat().st_size > max(LEAST_BYTES, self._asked * BYTES_OF_A_FILE):
                    self._file.unlink()

    def _among(self, question: str, keys: Sequence[bytes]) -> list[Any]:
        """The rows with some keys, by as few questions as SQLite lets us ask."""
        found: list[Any] = []
        for start in range(0, len(keys), _ROWS_AT_ONCE):
            some = keys[start : start + _ROWS_AT_ONCE]
            if self._rows is None:
                break
            try:
                found += self._rows.execute(f"{question} ({','.join('?' * len(some))})", some)
            except _ERRORS as error:
                self._give_up(error)
        return found

    def _write(self, least: int) -> None:
        """Write what waits, if it is enough to be worth it."""
        if len(self._outcomes) + len(self._files) < least:
            return
        try:
            if self._rows:
                with _transaction(self._rows):
                    self._rows.executemany("REPLACE INTO outcome VALUES (?, ?, ?)", self._outcomes)
                    self._rows.executemany("REPLACE INTO file VALUES (?, ?, ?)", self._files)
        except _ERRORS as error:
            self._give_up(error)
        self._outcomes.clear()
        self._files.clear()

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


def _digest(key: Key) -> bytes:
    return sha256(_encoded("\0".join(key))).digest()[:20]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
