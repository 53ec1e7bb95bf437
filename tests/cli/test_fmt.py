"""gsca fmt on a small alliance."""

from gsca import Gsca
from small_alliance import FILES, OSLO

CITY = "data/cities/oslo.yaml"
ODD = "country: 'SE'\nname:   Oslo\nregions:\n    north: {role: member}\nsources: [paper]\n"
EVEN = "name: Oslo\ncountry: SE\nregions:\n  north: member\nsources: [paper]\n"


def write_odd(small: Gsca) -> None:
    (small.root / CITY).write_text(ODD)


def test_files_are_laid_out_and_named(small: Gsca) -> None:
    write_odd(small)
    ran = small("fmt", str(small.root / CITY))
    assert (ran.code, ran.out, ran.err) == (0, f"{CITY}\n", "gsca: 1 file changed\n")
    assert (small.root / CITY).read_text() == EVEN
    again = small("fmt", str(small.root / CITY))
    assert (again.code, again.out) == (0, "")
    assert again.err == "gsca: nothing changes: it is so already\n"


def test_a_check_names_what_would_change_and_fails(small: Gsca) -> None:
    write_odd(small)
    ran = small("fmt", "--check", str(small.root / "data/cities"))
    assert (ran.code, ran.out) == (1, f"{CITY}\n")
    assert ran.err == "gsca: 1 file would be laid out anew; `gsca fmt` does it\n"
    assert (small.root / CITY).read_text() == ODD
    (small.root / CITY).write_text(EVEN)
    ran = small("fmt", "--check", str(small.root / "data/cities"))
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_dry_run_shows_the_lines(small: Gsca) -> None:
    write_odd(small)
    ran = small("fmt", "--dry-run")
    assert ran.code == 0
    assert "-country: 'SE'\n-name:   Oslo\n" in ran.out
    assert "+name: Oslo\n+country: SE\n" in ran.out
    assert (small.root / CITY).read_text() == ODD


def test_a_file_that_cannot_be_read_is_left_alone_and_said(small: Gsca) -> None:
    write_odd(small)
    broken = small.root / "data/policies/dig-once.yaml"
    broken.write_text("name: [\n")
    reason = "it cannot be read; `gsca validate` says why"
    for words in (["fmt", "--check"], ["fmt"]):
        ran = small(*words)
        assert ran.code == 1
        assert f"gsca: data/policies/dig-once.yaml: {reason}\n" in ran.err
    assert broken.read_text() == "name: [\n"
    # That is all there is to say of it.
    assert small("fmt", str(broken)).err == f"gsca: data/policies/dig-once.yaml: {reason}\n"
    assert (small.root / CITY).read_text() == EVEN


def test_the_small_alliance_has_short_steps_in_order(small: Gsca) -> None:
    small("fmt")
    assert (small.root / CITY).read_text() == OSLO.replace("'NO'", '"NO"')
    track = "data/tracks/adoption.yaml"
    assert (small.root / track).read_text() == FILES[track]


def test_no_such_path_is_wrong_usage(small: Gsca) -> None:
    ran = small("fmt", "nowhere.yaml")
    assert (ran.code, ran.err) == (2, "gsca: no such file or folder: nowhere.yaml\n")
