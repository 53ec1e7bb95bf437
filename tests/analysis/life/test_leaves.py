from gsca_cli.analysis.life.leaves import below, item_key, leaves, named


def test_each_value_stands_at_a_route_of_names() -> None:
    data = {"a": {"b": 1, "c": "1"}, "d": ["x", {"id": "y", "z": None}], "e": {}, "f": []}
    assert list(leaves(data)) == [
        (("a", "b"), "1"),
        (("a", "c"), "'1'"),
        (("d", "x"), "'x'"),
        (("d", "y", "id"), "'y'"),
        (("d", "y", "z"), "None"),
        (("e",), "{}"),
        (("f",), "[]"),
    ]
    assert named(data, ("d", 1, "z")) == ("d", "y", "z")
    assert named(data, ("a", "b")) == ("a", "b")


def test_an_item_without_a_name_is_known_by_all_that_it_says() -> None:
    one, other = {"text": "x", "lines": [1]}, {"lines": [1], "text": "x"}
    assert item_key(one) == item_key(other) != item_key({"text": "y"})
    assert item_key({"date": "2022", "text": "x"}) == "2022"


def test_leaves_are_found_below_the_routes_that_are_asked_for() -> None:
    one, two, three = ((("a", "b"), "1"), (("a", "b", "c"), "2"), (("a", "d"), "3"))
    assert below([("a", "b"), ("a",), ("x",)], [one, two, three]) == {
        ("a", "b"): {one, two},
        ("a",): {one, two, three},
        ("x",): set(),
    }
