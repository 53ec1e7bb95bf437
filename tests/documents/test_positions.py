"""A marker put anywhere in a generated record is found at its exact line and column."""

from typing import Any

from documents.texts import read
from documents.yaml_texts import SCALARS, records, written
from hypothesis import given, settings
from hypothesis import strategies as st

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.findings import Route

MARKER = "marker-7f3a"


def with_marker(data: dict[str, Any]) -> bool:
    return repr(data).count(MARKER) == 1


MARKED = records(SCALARS | st.just(MARKER)).filter(with_marker).flatmap(written)


@settings(max_examples=200)
@given(MARKED)
def test_a_value_is_found_where_it_stands(text: str) -> None:
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n")
    index = bare.index(MARKER)
    # The quotes, if there are any, belong to the value.
    index -= bare[index - 1] in "'\""
    line = bare.count("\n", 0, index) + 1
    column = index - (bare.rfind("\n", 0, index) + 1) + 1
    for reader in (libyaml_reader(), ruamel_reader()):
        document = read(text, reader)
        location = document.locate(route_of_marker(document))
        assert (location.line, location.column) == (line, column)
        assert location.end_column - location.column in {len(MARKER), len(MARKER) + 2}


def route_of_marker(document: Document) -> Route:
    return next(route for route in document.places if value_at(document.data, route) == MARKER)


def value_at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data
