"""Answers in files: whoever deletes or breaks one loses a moment."""

import os
from collections.abc import Sequence
from contextlib import suppress

from gsca_cli.cli.kept_file import read_kept, write_kept
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
    match read_kept(_place(question)):
        case [question.key, int(code), list(said)]:
            return Answer(code, [(str(stream), str(words)) for stream, words in said])
    return None


def keep(question: Question, answer: Answer) -> None:
    """Remember an answer; a folder that may not be written to is no reason to stop."""
    place = _place(question)
    folder = os.path.dirname(place)
    with suppress(OSError):
        os.makedirs(folder, exist_ok=True)
        write_kept(place, [question.key, answer.code, answer.said], MOST_BYTES)
        _forget_the_oldest(folder)


def _forget_the_oldest(folder: str) -> None:
    with os.scandir(folder) as entries:
        ages = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries)
    for _, path in ages[:-MOST_ANSWERS]:
        os.unlink(path)


def _place(question: Question) -> str:
    return os.path.join(question.folder, "answers", question.key)
