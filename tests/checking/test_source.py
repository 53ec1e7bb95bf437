"""What an earlier run knows is believed only if it makes sense."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from in_mind import InMind
from small_alliance import OSLO, TODAY

from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.closely import read
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.source import RememberedFiles, Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import Days
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory

DAYS = {1: Days(TODAY, TODAY + timedelta(days=1)), 2: Days(TODAY, TODAY + timedelta(days=9))}
PLACE = RecordPath("data/cities/oslo.yaml", Kind.CITY, "oslo")
CONTENT = f"{OSLO}location: {{lat: 59.9139, lon: 10.7522}}\n".encode()


class Remembered:
    """A memory that has one shelf, whatever is asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.forgot = False

    def shelves(self, topic: str, paths: Sequence[str]) -> Sequence[int]:
        assert (topic, paths) == ("ground", [PLACE.path])
        return [5]

    def text(self, number: int) -> str | None:
        assert number == 5
        return self._text

    def put(self, topic: str, paths: Sequence[str], text: str) -> None:
        raise NotImplementedError

    def forget(self) -> None:
        self.forgot = True


def packed() -> str:
    """The text of a shelf."""
    context = Context(NO_SETTINGS, TODAY, codes=CODES)
    unread = Unread(PLACE, CONTENT, blob_id(CONTENT, SHA1))
    mind = InMind()
    files = RememberedFiles(InMemory({PLACE.path: CONTENT}), mind, ["ground"], TODAY)
    files.keep([unread], [read(unread, context, looks=True)])
    files.close()
    return mind.put_up[0].text


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
        ('[[["und"]],"0000"],["Oslo"]', '[[["und"]],"0000"],[]'),
        ('[[["und"]],"0000"],["Oslo"]', '[[["und"]],"0100"],["Oslo"]'),
        ('[[["und"]],"0000"],["Oslo"]', '[[["und"]],"000000"],["Oslo"]'),
        ('[[["und"]],"0000"],["Oslo"]', '[[["und"]],[0.5]],["Oslo"]'),
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


def test_of_two_shelves_the_newer_one_is_asked_first_and_the_older_one_for_the_rest() -> None:
    other = RecordPath("data/cities/moss.yaml", Kind.CITY, "moss")
    mind = InMind()
    snapshot = InMemory({PLACE.path: CONTENT, other.path: CONTENT})
    for places in ([other, PLACE], [PLACE]):
        files = RememberedFiles(snapshot, mind, ["ground"], TODAY)
        unread = [Unread(place, CONTENT, blob_id(CONTENT, SHA1)) for place in places]
        files.keep(unread, [Outcome(None, days=DAYS[len(places)]) for _ in places])
        files.close()
    found = RememberedFiles(snapshot, mind, ["ground"], TODAY).look([other, PLACE])
    assert found == [Outcome(None, days=DAYS[2]), Outcome(None, days=DAYS[1])]
    tomorrow = RememberedFiles(snapshot, mind, ["ground"], TODAY + timedelta(days=1))
    assert tomorrow.look([other, PLACE]) == [Outcome(None, days=DAYS[2])] * 2
