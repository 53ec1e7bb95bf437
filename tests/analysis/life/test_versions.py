import pytest
from analysis.life.written import HERE, THERE, oslo, place

from gsca_cli.analysis.life.versions import Held, Version, Versions
from gsca_cli.snapshots.snapshot import InMemory


def test_a_content_is_read_once_wherever_it_stands() -> None:
    asked: list[str] = []

    def read(content: str) -> bytes:
        asked.append(content)
        return content.encode()

    versions, text = Versions(read), oslo()
    found = [versions.of(Held(place(path), text)) for path in (HERE, THERE, HERE)]
    assert asked == [text]
    assert [(each.entry.id, each.entry.path) for each in found if isinstance(each, Version)] == [
        ("oslo", HERE),
        ("bergen", THERE),
        ("oslo", HERE),
    ]


def test_what_cannot_be_read_is_a_number_of_mistakes() -> None:
    versions = Versions(str.encode)
    assert isinstance(versions.of(Held(place(), oslo() + "mayor: X\n")), Version)
    assert versions.of(Held(place(), oslo() + "population: many\n")) == 1
    assert versions.of(Held(place(), "name: Oslo\nmayor: X\n")) == 2
    assert versions.of(Held(place(), "name: [\n")) == 1
    assert versions.of(Held(place(), oslo() + "name: Oslo\n")) == 1


@pytest.mark.parametrize(
    ("path", "found"), [(HERE, "oslo"), ("data/cities/broken.yaml", 1), (THERE, 1)]
)
def test_a_file_at_hand_is_read_or_has_mistakes(path: str, found: str | int) -> None:
    files = InMemory({HERE: oslo().encode(), "data/cities/broken.yaml": b"name: [\n"})
    read = Versions(str.encode).at_hand(files, place(path))
    assert (read if isinstance(read, int) else read.entry.id) == found
