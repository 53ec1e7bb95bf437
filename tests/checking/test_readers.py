"""However many processes read, what they give is the same, in the same order."""

import multiprocessing
import multiprocessing.process
import time
from collections.abc import Sequence
from datetime import date
from weakref import finalize

import pytest
from benchmarks.alliance import Alliance
from small_alliance import FILES, OSLO, TODAY

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.checking import check, closely, processes, readers
from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.closely import outcome_of
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.outcomes import outcomes
from gsca_cli.checking.readers import Readers
from gsca_cli.checking.source import Files, Looked, Unread
from gsca_cli.checks.check import Context
from gsca_cli.findings import Finding
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory, Snapshot

CONTEXT = Context(NO_SETTINGS, TODAY, codes=CODES)


def cities(number: int) -> dict[str, bytes]:
    """Cities of which every seventh is wrong, and one cannot be told in a text."""
    texts = {f"data/cities/c{index:03}.yaml": OSLO for index in range(number)}
    for path in list(texts)[::7]:
        texts[path] = OSLO.replace("open-data:", "opn data:")
    texts[f"data/cities/c{number // 2:03}.yaml"] = OSLO + "claims: [{count: members, value: 5}]\n"
    return {path: text.encode() for path, text in texts.items()}


def unread(contents: dict[str, bytes]) -> list[Unread]:
    return [Unread(place(path), content) for path, content in contents.items()]


def place(path: str) -> RecordPath:
    return RecordPath(path, Kind.CITY, path.rpartition("/")[2].removesuffix(".yaml"))


def left_running() -> list[multiprocessing.process.BaseProcess]:
    """The processes that are left.

    Two threads wait for one that was ended. The other may have seen its end, and not yet have taken
    it off the list: that is a matter of moments.
    """
    for _ in range(500):
        if not multiprocessing.active_children():
            break
        time.sleep(0.01)
    return multiprocessing.active_children()


@pytest.mark.parametrize(("several_of_them", "packs"), [(2, False), (3, True)])
def test_any_number_of_processes_gives_the_same(
    several_of_them: int, *, packs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody starts processes for so few.
    monkeypatch.setattr(readers, "WORTH_PROCESSES", 50)
    plain = {path: text.encode() for path, text in Alliance(200, 7).files() if "/cities/" in path}
    contents = {**cities(400), **plain}
    snapshot = InMemory(contents)
    given = []
    for number in (1, several_of_them):
        with Readers(CONTEXT, looks=True, packs=packs, number=number) as several:
            places = [place(path) for path in contents]
            given.append(list(outcomes(iter(places), len(places), Files(snapshot), several)))
    for one, other in zip(*given, strict=True):
        assert one == other
    assert [where.path for where, _ in given[1]] == list(contents)
    assert left_running() == []


def test_what_a_process_that_is_ended_had_to_read_is_read_here() -> None:
    work = unread(cities(400))
    with Readers(CONTEXT, looks=True, number=1) as alone:
        expected = alone.begin(work, 0)()
    with Readers(CONTEXT, looks=True, number=2) as several:
        made = several.begin(work, 10 * readers.WORTH_PROCESSES)
        for process in multiprocessing.active_children():
            process.kill()
        assert made() == expected
        assert several.begin(work, 10 * readers.WORTH_PROCESSES)() == expected


@pytest.mark.parametrize(
    ("number", "packs", "sends"), [(3, True, True), (3, False, False), (2, True, False)]
)
def test_what_is_packed_anyway_is_read_elsewhere_even_at_a_glance_if_there_are_enough(
    monkeypatch: pytest.MonkeyPatch, number: int, *, packs: bool, sends: bool
) -> None:
    monkeypatch.setattr(readers, "WORTH_PROCESSES", 50)
    plain = {path: text.encode() for path, text in Alliance(60, 7).files() if "/cities/" in path}
    with Readers(CONTEXT, looks=True, packs=packs, number=number) as several:
        made = several.begin(unread(plain), 100)
        assert bool(multiprocessing.active_children()) == sends
        assert [each.brief.path for each in made() if each.brief] == [*plain]


def test_few_files_are_read_without_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "Processes", None)
    files = {**{path: text.encode() for path, text in FILES.items()}, **cities(50)}
    assert check(InMemory(files), TODAY).findings


def test_what_is_written_plainly_is_looked_at_closely_by_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Were it one in ten, it would show in the time that all of them take."""
    looked_at: list[str] = []

    def noted(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        looked_at.append(place.path)
        return read_file(snapshot, place)

    monkeypatch.setattr(closely, "read_file", noted)
    files = {path: text.encode() for path, text in Alliance(60, 7).files()}
    assert check(InMemory(files), date(2026, 11, 25)).findings == []
    assert looked_at == []


def test_a_process_that_is_not_wanted_any_more_is_ended() -> None:
    with Readers(CONTEXT, looks=True, number=2) as several:
        several.begin(unread(cities(400)), 10 * readers.WORTH_PROCESSES)
        assert multiprocessing.active_children()
    assert left_running() == []


def test_as_many_files_are_held_as_are_being_read() -> None:
    """What files hold is forgotten batch by batch: the number of those held has a bound."""
    contents = cities(1_500)
    held = 0
    most = 0

    class Counting(Files):
        def look(self, places: Sequence[RecordPath]) -> Sequence[Looked]:
            nonlocal held, most
            held += len(places)
            most = max(most, held)
            return super().look(places)

    with Readers(CONTEXT, looks=False, number=1) as alone:
        places = [place(path) for path in contents]
        for _ in outcomes(iter(places), len(places), Counting(InMemory(contents)), alone):
            held -= 1
    assert most <= 200


def test_of_what_is_read_only_the_brief_outlives_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents and records are gone before the next file is read: at most one is alive."""
    alive = most = 0

    def gone() -> None:
        nonlocal alive
        alive -= 1

    def counting(entry: Entry, context: Context, *, looks: bool) -> Outcome:
        nonlocal alive, most
        alive += 1
        finalize(entry, gone)
        most = max(most, alive)
        return outcome_of(entry, context, looks=looks)

    monkeypatch.setattr(closely, "outcome_of", counting)
    check(InMemory({**{path: text.encode() for path, text in FILES.items()}, **cities(300)}), TODAY)
    assert (most, alive) == (1, 0)
