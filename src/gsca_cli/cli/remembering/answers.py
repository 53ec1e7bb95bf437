"""Answers in files: whoever deletes or breaks one loses a moment.

A file holds a check sum and an answer as JSON, which runs nothing when it is read. It is put in
place whole, so that two runs at once do not disturb each other.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from zlib import crc32

from gsca_cli.cli.remembering.question import Question
from gsca_cli.cli.voice import Said

MOST_ANSWERS = 64
MOST_BYTES = 1 << 24
"""The longest answer that is kept."""


class Answer:
    """How a run ended, and what it said."""

    __slots__ = ("code", "said")

    def __init__(self, code: int, said: Sequence[Said]) -> None:
        self.code = code
        self.said = said


def find(question: Question) -> Answer | None:
    """What was answered to a question; None if that is not known."""
    try:
        with open(_place(question), "rb") as file:
            check, _, text = file.read().partition(b"\n")
        if check != _check(text):
            return None
        match json.loads(text):
            case [question.key, int(code), list(said)]:
                return Answer(code, [(str(stream), str(words)) for stream, words in said])
    except (OSError, ValueError):
        pass
    return None


def keep(question: Question, answer: Answer) -> None:
    """Remember an answer; a folder that may not be written to is no reason to stop."""
    content = [question.key, answer.code, answer.said]
    text = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if len(text) > MOST_BYTES:
        return
    place = _place(question)
    draft = f"{place}-{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(place), exist_ok=True)
        try:
            with open(draft, "wb") as file:
                file.write(_check(text) + b"\n" + text)
            os.replace(draft, place)
        finally:
            with suppress(OSError):
                os.unlink(draft)
        _forget_the_oldest(os.path.dirname(place))


def _forget_the_oldest(folder: str) -> None:
    with os.scandir(folder) as entries:
        ages = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries)
    for _, path in ages[:-MOST_ANSWERS]:
        os.unlink(path)


def _place(question: Question) -> str:
    return os.path.join(question.folder, "answers", question.key)


def _check(text: bytes) -> bytes:
    return b"%08x" % crc32(text)
