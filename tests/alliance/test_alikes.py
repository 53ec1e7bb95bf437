"""Which records a new one is like, and which it is not."""

from collections.abc import Mapping

import pytest
from small_alliance import FILES, alliance_of, snapshot_of

from gsca_cli.alliance.alikes import alikes, one_typo_apart
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath, record_path

CITY = "name: {name}\ncountry: {country}\nsources: [paper]\n"
THERE: Mapping[str, str] = {
    "data/cities/new-york.yaml": (
        "name: New York\ncountry: US\nsubdivision: US-NY\nlocation: {lat: 40.7143, lon: -74.006}\n"
        "aliases: [The Big Apple]\nsources: [paper]\n"
    ),
    "data/cities/springfield.yaml": "name: S\ncountry: US\nsources: [paper]\n",
    "data/policies/policy-1.yaml": "name: The first policy\nsources: [paper]\n",
    "data/sources/wef-2021-a.yaml": "title: A press release\nlink: https://www.a.example/x/\n",
}


def likenesses(kind: Kind, key: str, text: str) -> list[str]:
    """What a new record is like: the ids, and why."""
    path = record_path(kind, key)
    entry = read_file(snapshot_of({path: text}), RecordPath(path, kind, key))
    assert isinstance(entry, Entry)
    return [f"{brief.id}, {why}" for brief, why in alikes(alliance_of(THERE), entry)]


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("newyork", CITY.format(name="N", country="GB"), "new-york, whose id has the same letters"),
        ("springfeld", CITY.format(name="N", country="US"), "springfield, whose id is one letter"),
        ("nyc", CITY.format(name="néw york", country="US"), "new-york, which is called `New York`"),
        ("nyc", CITY.format(name="The big apple", country="US"), "new-york, which is called `The"),
        (
            "nyc",
            CITY.format(name="N", country="US") + "location: {lat: 40.72, lon: -74.0}\n",
            "new-york, which lies 0.8 km from here",
        ),
        ("nyc", CITY.format(name="N", country="US") + "aliases: [New York]\n", "new-york, which"),
    ],
)
def test_a_city_is_like_another(key: str, text: str, found: str) -> None:
    (said,) = likenesses(Kind.CITY, key, text)
    assert said.startswith(found)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("york", CITY.format(name="York", country="GB")),
        ("springfeld", CITY.format(name="N", country="DE")),
        ("new-yorck", CITY.format(name="N", country="US")),
        ("nyc", CITY.format(name="New York", country="GB")),
        ("nyc", CITY.format(name="New York", country="US") + "subdivision: US-TX\n"),
        ("nyc", CITY.format(name="N", country="US") + "location: {lat: 40.8, lon: -74.0}\n"),
    ],
)
def test_a_city_is_like_no_other(key: str, text: str) -> None:
    assert likenesses(Kind.CITY, key, text) == []


@pytest.mark.parametrize(
    ("kind", "key", "text", "found"),
    [
        (Kind.POLICY, "first", "name: the FIRST policy\n", ["policy-1, which has the same name"]),
        (Kind.POLICY, "policy-2", "name: The second policy\n", []),
        (Kind.POLICY, "dig-onces", "name: D\n", []),
        (Kind.POLICY, "digonce", "name: D\n", ["dig-once, whose id has the same letters"]),
        (Kind.SOURCE, "b", "title: a Press release\n", ["wef-2021-a, which has the same title"]),
        (
            Kind.SOURCE,
            "b",
            "title: B\nlink: http://a.example/x\n",
            ["wef-2021-a, which has the same link"],
        ),
        (Kind.SOURCE, "b", "title: B\nlink: https://a.example/y\n", []),
        (Kind.SOURCE, "b", "title: B\n", []),
        (Kind.SOURCE, "wef-2022-a", "title: B\n", []),
        (Kind.SOURCE, "wef-2021-b", "title: B\n", []),
        (Kind.TRACK, "adopton", "name: T\nwalked_by: city\nsteps: []\n", ["adoption, whose id is"]),
    ],
)
def test_other_records_are_like_others(kind: Kind, key: str, text: str, found: list[str]) -> None:
    said = likenesses(kind, key, text)
    assert len(said) == len(found)
    assert all(each.startswith(start) for each, start in zip(said, found, strict=True))


def test_a_record_is_like_another_for_one_reason_only() -> None:
    text = "name: Oslo\ncountry: 'NO'\nsources: [paper]\n"
    assert likenesses(Kind.CITY, "os-lo", text) == ["oslo, whose id has the same letters"]
    assert "data/cities/oslo.yaml" in FILES


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("medellin", "medelin", True),
        ("medellin", "medellina", True),
        ("medellin", "medallin", True),
        ("medellin", "medlelin", True),
        ("medellin", "medelnil", False),
        ("medellin", "medallim", False),
        ("open-data", "open-dota", False),
        ("open-contracting", "open-contacting", True),
        ("open-contracting", "opem-contacting", False),
        ("policy-a", "policy-b", False),
        ("policy1", "policy2", False),
        ("policy", "policy1", False),
        ("cyber-accountability", "cyber-accountability-x", False),
    ],
)
def test_a_typo_is_one_letter_of_a_long_word(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert one_typo_apart(one, other) is alike
    assert one_typo_apart(other, one) is alike
