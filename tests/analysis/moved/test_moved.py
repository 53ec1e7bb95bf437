import pytest
from editions import since
from small_alliance import TODAY, alliance_of

from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.moved.moved import Moved, dated, mark
from gsca_cli.analysis.newness import Newness
from gsca_cli.records.when import When

MARKS = {
    What.SELECTED: (Newness.NEW, Newness.PERHAPS),
    What.JOINED: (Newness.NEW, Newness.PERHAPS),
    What.KNOWN: (Newness.NEW, Newness.PERHAPS),
    What.MOVED: (Newness.NEW, Newness.PERHAPS),
    What.DATED: (Newness.NEW, Newness.PERHAPS),
    What.ADVANCED: (Newness.ADVANCED, Newness.PERHAPS),
    What.BACK: (Newness.BACK, Newness.PERHAPS),
    What.UNKNOWN: (Newness.UNKNOWN, Newness.PERHAPS),
    What.WITHDRAWN: (Newness.WITHDRAWN, Newness.PERHAPS_WITHDRAWN),
    What.LEFT: (Newness.WITHDRAWN, Newness.PERHAPS_WITHDRAWN),
    What.UNLISTED: (Newness.WITHDRAWN, Newness.PERHAPS_WITHDRAWN),
}


@pytest.mark.parametrize("what", MARKS)
def test_each_move_has_a_mark(what: What) -> None:
    assert (mark(Moved(what)), mark(Moved(what, perhaps=True))) == MARKS[what]


def test_what_did_not_move_has_no_mark() -> None:
    assert mark(None) is Newness.NOT


@pytest.mark.parametrize(
    ("when", "moved"),
    [
        ("2022-05", Moved(What.LEFT, When.parse("2022-05"))),
        ("2022", Moved(What.LEFT, When.parse("2022"), perhaps=True)),
        ("2022-04", None),
        ("", None),
    ],
)
def test_a_date_tells_whether_it_happened_since_the_moment(when: str, moved: Moved | None) -> None:
    date = When.parse(when) if when else None
    assert dated(since("2022-05", {}), What.LEFT, date) == moved


def test_nothing_moved_where_nobody_asks() -> None:
    edition = Edition(alliance_of(), Wish("en", TODAY))
    assert dated(edition, What.LEFT, When.parse("2022-05")) is None
