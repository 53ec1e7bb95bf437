import pytest
from small_alliance import FILES, OSLO, findings, hints

NEWS = "data/sources/news.yaml"
UNCITED = {NEWS: "title: News\n"}


def test_a_source_that_nothing_cites_is_noticed() -> None:
    assert findings({**UNCITED}) == [f"{NEWS}:1:1 uncited-source: no record cites `news`"]
    assert hints({**UNCITED}) == [
        (
            f"{NEWS}:1:1 uncited-source => "
            "cite it in the `sources` of what it supports, or delete this record"
        )
    ]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/cities/oslo.yaml", "sources: [paper]", "sources: [paper, news]"),
        ("data/cities/oslo.yaml", "joined: 2021", "sources: [{news: [role]}]"),
        ("data/partners/uclg.yaml", "listed_in: [paper]", "listed_in: [news]"),
        ("data/sources/paper.yaml", "A paper\n", "A paper\nsources: [news]\n"),
        ("gsca.yaml", "Test Alliance\n", "Test Alliance\nsources: [news]\n"),
    ],
)
def test_wherever_it_is_cited_it_is_cited(path: str, old: str, new: str) -> None:
    assert old in FILES[path]
    assert findings({**UNCITED, path: FILES[path].replace(old, new)}) == []


def test_a_source_does_not_cite_itself() -> None:
    assert findings({NEWS: "title: News\nsources: [news]\n"}) == [
        f"{NEWS}:1:1 uncited-source: no record cites `news`"
    ]


def test_two_sources_that_nothing_cites_are_two_findings() -> None:
    found = findings({**UNCITED, "data/sources/map.yaml": "title: Map\n"})
    assert [each.partition(":")[0] for each in found] == ["data/sources/map.yaml", NEWS]


def test_nothing_is_said_while_a_record_cannot_be_read() -> None:
    (found,) = findings({**UNCITED, "data/cities/oslo.yaml": f"{OSLO}shade: red\n"})
    assert " unknown-field: " in found


def test_nothing_is_said_while_a_record_cites_what_does_not_exist() -> None:
    oslo = OSLO.replace("[paper]", "[paper, nevs]")
    (found,) = findings({**UNCITED, "data/cities/oslo.yaml": oslo})
    assert " unknown-reference: no source `nevs`" in found
