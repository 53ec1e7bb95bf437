import pytest
from small_alliance import OSLO

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.older import read_what_fits
from gsca_cli.analysis.changes.unread import unread_changes
from gsca_cli.kinds import Kind
from gsca_cli.render.sentences import sentence
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory

PLACE = RecordPath("data/cities/oslo.yaml", Kind.CITY, "oslo")
MANY = "notes: [{text: a, of: me}, {text: b, of: you}]\n"


def read(more: str) -> Entry:
    """Oslo with something more, as far as it fits."""
    found = read_what_fits(InMemory({PLACE.path: f"{OSLO}{more}".encode()}), PLACE)
    assert isinstance(found, Entry)
    return found


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "mayor: Ada\n", ["mayor, which gsca does not read: added Ada"]),
        ("mayor: Ada\n", "mayor: Eve\n", ["mayor, which gsca does not read: Ada -> Eve"]),
        ("mayor: Ada\n", "", ["mayor, which gsca does not read: removed Ada"]),
        ("mayor: Ada\n", "mayor: 'Ada' # she\n", []),
        ("mayor:\n", "", []),
        ("", "mayor: 1.10\n", ["mayor, which gsca does not read: added 1.10"]),
        ("", "mayor: {a: [~, 2]}\n", ["mayor, which gsca does not read: added a null, 2"]),
        (
            "population: [many]\n",
            "population: {value: 5, as_of: 2020}\n",
            ["population, which gsca does not read: removed many"],
        ),
        # Another number is no difference.
        (MANY, "notes: [{text: b, of: you}, {text: a, of: me}]\n", []),
        (
            MANY,
            "notes: [{text: b, of: you}]\n",
            ["notes.of, which gsca does not read: removed me"],
        ),
        (
            "",
            MANY,
            ["notes.of, which gsca does not read: added me; added you"],
        ),
    ],
)
def test_what_does_not_fit_is_told_where_it_differs(
    before: str, after: str, told: list[str]
) -> None:
    assert [sentence(each) for each in unread_changes(read(before), read(after))] == told
