import pytest
from small_alliance import FILES, OSLO, findings

CITING = [path for path in FILES if path.startswith("data/") and "/sources/" not in path]


@pytest.mark.parametrize("path", CITING)
def test_every_kind_of_record_but_a_source_must_cite_one(path: str) -> None:
    kind = {"cities": "city", "policies": "policy"}.get(
        path.split("/")[1], path.split("/")[1].removesuffix("s")
    )
    assert findings({path: FILES[path].replace("sources: [paper]\n", "")}) == [
        f"{path}:1:1 missing-source: this {kind} cites no source"
    ]


@pytest.mark.parametrize(("sources", "column"), [("sources: []", 10), ("sources:", 1)])
def test_an_empty_list_of_sources_is_reported_where_it_stands(sources: str, column: int) -> None:
    oslo = OSLO.replace("sources: [paper]", sources)
    found = findings({"data/cities/oslo.yaml": oslo})
    assert [each for each in found if "empty-field" not in each] == [
        f"data/cities/oslo.yaml:10:{column} missing-source: this city cites no source"
    ]


def test_a_source_and_gsca_yaml_need_to_cite_nothing() -> None:
    assert findings({}) == []
    assert not any("sources" in FILES[path] for path in ("gsca.yaml", "data/sources/paper.yaml"))
