"""Where a file may go."""

from small_alliance import snapshot_of

from gsca_cli.editing.taken import Taken


def test_a_file_may_change_its_own_ending() -> None:
    taken = Taken(snapshot_of({"data/cities/rome.YAML": ""}))
    assert taken.move("data/cities/rome.YAML", "data/cities/rome.yaml")


def test_a_path_in_other_capitals_is_taken() -> None:
    taken = Taken(snapshot_of({"data/cities/Rome.yaml": "", "data/cities/rome.txt": ""}))
    assert not taken.move("data/cities/rome.txt", "data/cities/rome.yaml")


def test_an_id_is_taken_in_whatever_folder_and_not_by_another_kind() -> None:
    taken = Taken(snapshot_of({"data/cities/it/rome.yml": "", "data/cities/rome.txt": ""}))
    assert not taken.move("data/cities/rome.txt", "data/cities/rome.yaml")
    assert taken.move("data/cities/rome.txt", "data/sources/rome.yaml")


def test_what_was_moved_takes_its_new_place_and_leaves_the_old_one() -> None:
    taken = Taken(snapshot_of({"data/cities/a.yaml": "", "data/cities/b.yaml": ""}))
    assert not taken.move("data/cities/a.yaml", "data/cities/b.yaml")
    assert taken.move("data/cities/b.yaml", "data/cities/c.yaml")
    assert taken.move("data/cities/a.yaml", "data/cities/b.yaml")
    assert not taken.move("data/cities/c.yaml", "data/cities/b.yaml")
