import pytest

from gsca_cli.alliance.settings import Status
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.moves import move
from gsca_cli.records.default_words import StatusClass


def status(name: str, cls: StatusClass) -> Status:
    return Status(name, {"und": name}, "x", cls)


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        ("pending", "active", What.ADVANCED),
        ("pending", "done", What.ADVANCED),
        ("active", "done", What.ADVANCED),
        ("done", "active", What.BACK),
        ("done", "pending", What.BACK),
        ("active", "pending", What.BACK),
        ("unknown", "done", What.KNOWN),
        ("unknown", "pending", What.KNOWN),
        ("unknown", "excluded", What.KNOWN),
        ("done", "unknown", What.UNKNOWN),
        ("excluded", "unknown", What.UNKNOWN),
        ("done", "excluded", What.MOVED),
        ("excluded", "pending", What.MOVED),
    ],
)
def test_a_status_moves_further_or_back(
    before: StatusClass, after: StatusClass, meaning: What
) -> None:
    assert move(status("a", before), status("b", after)) is meaning
    assert move(status("a", before), status("a", before)) is What.CHANGED


def test_another_id_of_the_same_word_is_no_move() -> None:
    other = status("a", "active")._replace(id="b")
    assert move(status("a", "active"), other) is What.CHANGED
    assert move(status("a", "done"), other) is What.BACK


def test_statuses_of_one_class_are_not_compared() -> None:
    assert move(status("a", "active"), status("b", "active")) is What.MOVED
