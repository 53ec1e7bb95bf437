"""What an earlier run knows is believed only if it makes sense."""

from collections.abc import Mapping, Sequence

import pytest
from small_alliance import OSLO, TODAY

from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.closely import read
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import pack_outcome
from gsca_cli.checking.source import Key, RememberedFiles, Unread
from gsca_cli.checks.check import Context
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory

PLACE = RecordPath("data/cities/oslo.yaml", Kind.CITY, "oslo")
CONTENT = f"{OSLO}location: {{lat: 59.9139, lon: 10.7522}}\n".encode()


class Remembered:
    """A memory that knows one text, whatever is asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.forgot = False

    def find(self, keys: Sequence[Key]) -> Mapping[Key, str]:
        return dict.fromkeys(keys, self.text)

    def keep(self, key: Key, text: str) -> None:
        raise NotImplementedError

    def forget(self) -> None:
        self.forgot = True

    def blobs(self, _stamps: Mapping[str, str]) -> Mapping[str, str]:
        return {}

    def note(self, path: str, stamp: str, blob: str) -> None:
        raise NotImplementedError


def packed() -> str:
    context = Context(NO_SETTINGS, TODAY, codes=CODES)
    text = pack_outcome(read(Unread(PLACE, CONTENT), context, looks=True))
    assert text
    return text


def test_what_was_kept_is_found() -> None:
    memory = Remembered(packed())
    files = RememberedFiles(InMemory({PLACE.path: CONTENT}), memory, ["ground"], TODAY)
    (found,) = files.look([PLACE])
    assert isinstance(found, Outcome)
    assert not memory.forgot


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("59.9139", f"1{'0' * 400}"),
        ("59.9139", '"north"'),
        ("[59.9139,10.7522]", "[1,2,3]"),
        ('"city"', '"town"'),
        ('{"und":"Oslo"}', '["Oslo"]'),
        ("[", "[["),
    ],
)
def test_what_makes_no_sense_is_read_again(old: str, new: str) -> None:
    assert old in packed()
    memory = Remembered(packed().replace(old, new, 1))
    files = RememberedFiles(InMemory({PLACE.path: CONTENT}), memory, ["ground"], TODAY)
    (found,) = files.look([PLACE])
    assert isinstance(found, Unread)
    assert memory.forgot
