from documents.texts import read

from gsca_cli.documents.document import Place, Span


def test_places_are_worked_out_for_every_route_in_the_order_of_the_file() -> None:
    places = read("a: {b: 1}\nc:\n- d").places
    assert list(places) == [(), ("a",), ("a", "b"), ("c",), ("c", 0)]
    assert len(places) == 5
    assert places["a", "b"] == Place(Span(1, 5, 1, 6), Span(1, 8, 1, 9))
    assert places["c", 0] == Place(None, Span(3, 3, 3, 4))


def test_an_empty_value_stands_where_its_key_ends() -> None:
    places = read("a: \n\nb: ''").places
    assert places["a",] == Place(Span(1, 1, 1, 2), Span(1, 2, 1, 2))
    assert places["b",] == Place(Span(3, 1, 3, 2), Span(3, 4, 3, 6))


def test_a_route_that_is_not_there_has_no_place() -> None:
    places = read("a: 1").places
    assert ("a",) in places
    assert ("b",) not in places
    assert places.get(("b",)) is None


def test_the_places_of_two_files_are_equal_where_everything_stands_alike() -> None:
    assert read("a: 1").places == read("a: 2").places
    assert read("a: 1").places != read("a:  1").places
