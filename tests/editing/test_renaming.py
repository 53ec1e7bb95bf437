"""Another id for a record, in every file that names it."""

import pytest
from small_alliance import TODAY, checked, snapshot_of

from gsca_cli.alliance.lookup import find
from gsca_cli.documents import rewrite_all
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.renaming import rename

ROME = "data/cities/rome.yaml"
BEGIN = "name: Rome\ncountry: IT\naliases:\n"


def rome_after(text: str) -> str:
    """What the file of a city says once the source `paper` is called `book`."""
    changes = {ROME: text}
    found = checked(changes)
    plan = rename(snapshot_of(changes), found, find(found.alliance, "paper").brief, "book", TODAY)
    after = next(change.after for change in plan.changes if change.path == ROME)
    assert after is not None
    return after.decode()


def test_all_mentions_of_a_file_are_proved_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    proofs: list[str] = []

    def noted(path: str, content: bytes) -> object:
        proofs.append(path)
        return parse(path, content)

    monkeypatch.setattr(rewrite_all, "parse", noted)
    aliases = "".join(f"  - {{name: N{number}, sources: [paper]}}\n" for number in range(300))
    assert rome_after(BEGIN + aliases) == BEGIN + aliases.replace("paper", "book")
    assert proofs.count(ROME) == 1


def test_a_mention_that_cannot_be_changed_refuses_the_new_id(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rewrite_all, "_at_once", lambda _document, _wishes: None)
    monkeypatch.setattr(rewrite_all, "MOST_WORK", 0)
    with pytest.raises(UneditableError, match="the file is too large for so many changes"):
        rome_after(BEGIN + "  - {name: A, sources: [paper]}\nsources: [paper]\n")
