from gsca_cli.snapshots.tree import Node, nodes


def test_every_folder_and_every_file_comes_once_with_the_first_path_through_it() -> None:
    paths = ["data/a/a", "data/a/b", "data/b/a/b", "gsca.yaml"]
    assert list(nodes(paths)) == [
        Node("data", 0, "data/a/a", is_file=False),
        Node("a", 1, "data/a/a", is_file=False),
        Node("a", 2, "data/a/a", is_file=True),
        Node("b", 2, "data/a/b", is_file=True),
        Node("b", 1, "data/b/a/b", is_file=False),
        Node("a", 3, "data/b/a/b", is_file=False),
        Node("b", 4, "data/b/a/b", is_file=True),
        Node("gsca.yaml", 0, "gsca.yaml", is_file=True),
    ]


def test_a_folder_is_known_again_where_another_one_stood_between_its_files() -> None:
    paths = ["data/a", "data/b/a", "data/c", "data/d/a", "gsca.yaml", "templates/b/a"]
    found = [(node.name, node.folder) for node in nodes(paths)]
    assert found == [
        *[("data", 0), ("a", 1), ("b", 1), ("a", 2), ("c", 1), ("d", 1), ("a", 3)],
        *[("gsca.yaml", 0), ("templates", 0), ("b", 4), ("a", 5)],
    ]
