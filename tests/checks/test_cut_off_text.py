import pytest
from checks.notes import PATH, only
from small_alliance import OSLO, checked

found, in_note, cures = only("cut-off-text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the city is #1", "13-15 cut-off-text: `#1` is a comment, and"),
        (
            "of 2021 (resolution #6), with six",
            "21-34 cut-off-text: `#6), with six` is a comment, and",
        ),
        ("the city is   #1", "15-17 cut-off-text: `#1` is a comment, and"),
        ("Oslo #é", "6-8 cut-off-text: `#é` is a comment, and"),
        ("Oslo #1  ", "6-8 cut-off-text: `#1` is a comment, and"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_told(text: str, expected: str) -> None:
    assert in_note(text) == [f"{expected} no part of the text before it"]


@pytest.mark.parametrize(
    "text",
    [
        "the city is # 1",
        "the city is#1",
        "'the city is #1'",
        '"the city is #1"',
        "'the city is' #1",
        "the city is # as in issue #6",
        "the city is  # as in issue #6",
        "{en: the city} #1",
        ">\n      the city\n      is #1",
        "one ## two",
        "one #!two",
    ],
)
def test_what_is_no_comment_or_surely_one_is_left_alone(text: str) -> None:
    assert in_note(text) == []


def test_it_is_found_wherever_it_stands() -> None:
    text = OSLO.replace("name: Oslo", "name: Oslo #DC")
    assert found(text) == [
        "1:12-15 cut-off-text: `#DC` is a comment, and no part of the text before it"
    ]
    assert found(f"# as in issue #6\n{OSLO}") == []


def test_the_cure_names_both_that_may_be_meant() -> None:
    assert cures("the city is #1") == [
        "put the whole text in quotes; if it is a comment, put a space behind its #"
    ]


def test_it_is_told_of_the_file_in_which_it_stands() -> None:
    path = "data/cities/rome.yaml"
    text = "name: Rome #DC\ncountry: IT\nsources: [paper]\n"
    (finding,) = [each for each in checked({path: text}).findings if each.code == "cut-off-text"]
    assert finding.location.path == path


WHOLE = "a note of its own, since a comma ends a text without quotes"


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("[Done, with help, The second]", [f"11:15-24 cut-off-text: `with help` is {WHOLE}"]),
        (
            "[Done, with help,\n  and élan]",
            [
                f"11:15-24 cut-off-text: `with help` is {WHOLE}",
            ],
        ),
        ("[Done, With help]", []),
        ("[Done., with help]", []),
        ("[done, with help]", []),
        ("[Done, 30 came]", []),
        ("[Done, 2nd one]", []),
        ("[Done, 'with help']", []),
        ("['Done', with help]", []),
        ("[{text: Done}, with help]", []),
        ("['Done, with help']", []),
        ("\n  - Done\n  - with help", []),
        ("[]", []),
        ("", []),
    ],
)
def test_a_note_that_may_go_on_with_the_one_before_it_is_told(
    notes: str, expected: list[str]
) -> None:
    assert found(f"{OSLO}notes: {notes}\n") == expected


def test_the_cure_writes_both_notes_as_one() -> None:
    text = f"{OSLO}notes: [It's done, with help]\n"
    (hint,) = [each.hint for each in checked({PATH: text}).findings if each.code == "cut-off-text"]
    assert hint == (
        "if it goes on with the note before it, write both as one: `'It''s done, with help'`"
    )
