"""What names an item of a list."""

from typing import Any

import pytest

from gsca_cli.records.naming import NAMING, PERHAPS_NAMING, names_of_item


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("paper", ["paper"]),
        ({"paper": ["name"]}, ["paper"]),
        ({"source": "paper", "supports": ["name"]}, ["paper"]),
        ({"name": "Letter", "id": "letter"}, ["letter", "Letter"]),
        ({"version": "1.0", "date": "2020"}, ["1.0"]),
        ({"date": "2020", "text": "x"}, []),
        ({"at": "name", "value": "x"}, []),
        (5, []),
    ],
)
def test_an_item_goes_by_what_no_other_should_have(item: Any, names: list[str]) -> None:
    assert list(names_of_item(item)) == names


def test_nothing_names_an_item_both_surely_and_perhaps() -> None:
    assert not {*NAMING} & {*PERHAPS_NAMING}
