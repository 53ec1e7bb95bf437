"""Many wishes at once: the text that they give one by one, read once."""

from collections.abc import Callable, Sequence

import pytest
from documents.texts import read
from documents.yaml_texts import records, written
from hypothesis import given, settings
from hypothesis import strategies as st

from gsca_cli.documents import rewrite, rewrite_all
from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Delete, Insert, Rename, Set, Wish, same
from gsca_cli.documents.rewriting.uneditable import UneditableError

TEXT = "a: 1  # one\nb:\n  - {x: 1, y: 2}\n  - z\nc:\n  # inside\n  d: 1\n"


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of each proof, from now on."""
    texts: list[str] = []
    for module in (rewrite, rewrite_all):
        monkeypatch.setattr(module, "parse", _noting(module.parse, texts))
    return texts


def _noting(parse: Callable[..., object], texts: list[str]) -> Callable[[str, bytes], object]:
    def noted(path: str, content: bytes) -> object:
        texts.append(content.decode())
        return parse(path, content)

    return noted


@pytest.mark.parametrize(
    ("wishes", "after"),
    [
        ([], TEXT),
        (
            [Set(("a",), 2), Set(("b", 0, "x"), 3), Rename(("b", 0, "y"), "m"), Set(("b", 1), "q")],
            "a: 2  # one\nb:\n  - {x: 3, m: 2}\n  - q\nc:\n  # inside\n  d: 1\n",
        ),
        (
            [Delete(("b", 0, "x")), Rename(("b", 0, "y"), "x"), Rename(("b",), "e")],
            "a: 1  # one\ne:\n  - {x: 2}\n  - z\nc:\n  # inside\n  d: 1\n",
        ),
    ],
)
def test_wishes_are_fulfilled_at_once(
    wishes: Sequence[Wish], after: str, texts_read: list[str]
) -> None:
    document = read(TEXT)
    made = rewrite_all.rewrite_all(document, wishes)
    assert made.document.text == after
    assert not made.refused
    assert texts_read == [after] * bool(wishes)


def test_a_wish_that_is_refused_keeps_no_other_from_being_fulfilled() -> None:
    wishes: list[Wish] = [
        Set(("a",), 2),
        Set(("c",), 3),
        Rename(("b", 0, "x"), "y"),
        Set(("b", 1), "q"),
    ]
    made = rewrite_all.rewrite_all(read(TEXT), wishes)
    assert made.document.text == TEXT.replace("a: 1", "a: 2").replace("- z", "- q")
    assert [str(error) for error in made.refused] == [
        "a comment stands above what would be replaced: delete it first, or edit by hand",
        "`y` is there already",
    ]


@pytest.mark.parametrize(
    ("wishes", "after"),
    [
        # Routes go by what the earlier ones have done.
        ([Delete(("b", 0)), Set(("b", 0), "q")], TEXT.replace("- {x: 1, y: 2}\n  - z", "- q")),
        ([Rename(("a",), "e"), Set(("e",), 2)], TEXT.replace("a: 1", "e: 2")),
        ([Set(("b", 0, "x"), 3), Set(("b", 0), "q")], TEXT.replace("{x: 1, y: 2}", "q")),
        ([Insert(("b", 2), "m"), Insert(("b", 3), "o")], TEXT.replace("z\n", "z\n  - m\n  - o\n")),
    ],
)
def test_wishes_that_get_in_each_others_way_are_fulfilled_one_by_one(
    wishes: Sequence[Wish], after: str
) -> None:
    assert rewrite_all.rewrite_all(read(TEXT), wishes).document.text == after


def test_one_wish_that_cannot_be_proved_costs_a_few_proofs(texts_read: list[str]) -> None:
    document = read("a: [\n" + "x,\n" * 256 + "]\n")
    wishes: list[Wish] = [Set(("a", number), "y") for number in range(255)]
    made = rewrite_all.rewrite_all(document, [*wishes, Set(("no", "place"), 1)])
    assert made.document.value(("a",)) == ["y"] * 255 + ["x"]
    assert len(made.refused) == 1
    assert len(texts_read) <= 8


def test_too_many_that_get_in_each_others_way_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(TEXT)
    monkeypatch.setattr(rewrite_all, "MOST_WORK", 0)
    apart: list[Wish] = [Set(("a",), 2), Set(("b", 1), "q")]
    assert rewrite_all.rewrite_all(document, apart).document.value(("a",)) == 2
    with pytest.raises(UneditableError, match="the file is too large for so many changes"):
        rewrite_all.rewrite_all(document, [Rename(("a",), "e"), Set(("e",), 2)])


@st.composite
def documents_with_wishes(draw: st.DrawFn) -> tuple[Document, list[Wish]]:
    """A document, and wishes at some of its places, the inner ones first."""
    document = read(draw(records().flatmap(written)))
    routes = [route for route in document.places if route]
    chosen = draw(st.lists(st.sampled_from(routes), unique=True, max_size=6)) if routes else []
    wishes: list[Wish] = []
    for route in sorted(chosen, key=len, reverse=True):
        kinds: list[Wish] = [Set(route, "new"), Set(route, None)]
        if isinstance(route[-1], str):
            kinds += [Rename(route, "n w"), Delete(route)]
        wishes.append(draw(st.sampled_from(kinds)))
    return document, wishes


@settings(max_examples=100)
@given(documents_with_wishes())
def test_they_say_what_they_say_one_by_one(case: tuple[Document, list[Wish]]) -> None:
    document, wishes = case
    made = rewrite_all.rewrite_all(document, wishes)
    refused = 0
    for wish in wishes:
        try:
            document = rewrite.rewrite(document, wish)
        except UneditableError:
            refused += 1
    if not refused and not made.refused:
        assert same(made.document.data, document.data)
