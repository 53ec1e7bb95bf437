"""What an editor makes of the schemas, as its language server says."""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from editor.language_server import SERVER, Editor
from editor.slips import RIGHT, SLIPS, Slip
from small_alliance import FILES, OSLO

from gsca_cli.cli.app import main
from gsca_cli.editing.outline import modeline
from gsca_cli.snapshots.repository import EDITOR_SETTINGS, MARKER, RecordPath, identify
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree

pytestmark = pytest.mark.skipif(
    not SERVER.exists(), reason="needs the language server: npm ci --prefix tests/editor"
)

OFFLINE: Mapping[str, Any] = {"yaml.schemaStore.enable": False}


@pytest.fixture(scope="module")
def alliance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small alliance on disk, with its schemas."""
    root = tmp_path_factory.mktemp("alliance")
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert main(["schema", "--write", "--root", str(root), "--today", "2024-06-01"]) == 0
    return root


@pytest.fixture(scope="module", params=["settings", "modeline"])
def editor(request: pytest.FixtureRequest, alliance: Path) -> Iterator["Wiring"]:
    """An editor that knows the schemas by the folder's settings, or by the first line of a file."""
    by_settings = request.param == "settings"
    settings = (
        json.loads((alliance / EDITOR_SETTINGS).read_text("utf-8")) if by_settings else OFFLINE
    )
    with Editor(alliance, settings) as opened:
        yield Wiring(opened, Worktree(alliance), by_settings=by_settings)


class Wiring:
    """An editor, and a first line for each file where the settings name no schema."""

    def __init__(self, editor: Editor, alliance: Snapshot, *, by_settings: bool) -> None:
        self._editor = editor
        self._alliance = alliance
        self._by_settings = by_settings
        self._names = count()
        # All at once: the server waits for a pause in the typing before it looks at a file.
        slips = (*RIGHT.values(), *SLIPS.values(), *map(Slip, FILES, FILES.values()))
        self._open = {slip: self._opened(slip) for slip in slips if slip.path != MARKER}

    def problems(self, slip: Slip) -> list[tuple[int, int, str]]:
        """The line, the column and the message of each, as if there were no first line."""
        uri = self._open.get(slip) or self._opened(slip)
        found = self._editor.problems(uri)
        if slip not in self._open:
            self._editor.close(uri)
        first = self._first(slip.path).count("\n")
        starts = [(each["range"]["start"], each["message"]) for each in found]
        return [
            (start["line"] + 1 - first, start["character"] + 1, message)
            for start, message in starts
        ]

    def offered(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where `|` stands."""
        return self._editor.completions(self._new_name(path), self._first(path) + text)

    def hover(self, path: str, text: str) -> str:
        """What is shown for what stands at `|`."""
        return self._editor.hover(self._new_name(path), self._first(path) + text)

    def _opened(self, slip: Slip) -> str:
        return self._editor.open(self._new_name(slip.path), self._first(slip.path) + slip.text)

    def _new_name(self, path: str) -> str:
        """A file beside it that was never open, so that no old answer is taken for a new one."""
        return path if path == MARKER else path.replace(".y", f"-{next(self._names)}.y")

    def _first(self, path: str) -> str:
        place = identify(path)
        assert isinstance(place, RecordPath)
        return "" if self._by_settings else modeline(self._alliance, place)


BERGEN = "data/cities/bergen.yaml"
HEAD = "name: Bergen\ncountry: 'NO'\n"


@pytest.mark.parametrize("path", FILES)
def test_a_right_file_has_nothing_underlined(editor: Wiring, path: str) -> None:
    assert editor.problems(Slip(path, FILES[path])) == []


@pytest.mark.parametrize("slip", RIGHT.values(), ids=RIGHT)
def test_short_forms_whole_forms_and_empty_fields_have_nothing_underlined(
    editor: Wiring, slip: Slip
) -> None:
    assert editor.problems(slip) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_mistake_is_underlined_where_validate_reports_it(editor: Wiring, name: str) -> None:
    slip = SLIPS[name]
    found = [(line, column) for line, column, _ in editor.problems(slip)]
    if name == "empty name":
        # Nothing stands there: the editor points behind the colon, gsca at the key.
        assert [line for line, _ in found] == [slip.place[0]]
    else:
        assert found == [slip.place]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("policies:\n  |", {"open-data", "dig-once"}),
        ("policies:\n  open-data:\n  d|", {"dig-once"}),
        ("policies:\n  open-data: completed\n  |", {"dig-once"}),
        ("programmes:\n  |", {"pioneers"}),
        ("regions:\n  |", {"north"}),
        ("regions:\n  north: |", {"member", "observer"}),
        ("regions:\n  north:\n    cohort: |", {"first"}),
        ("regions:\n  north:\n    standing: |", {"active", "reactivation", "paused", "left"}),
        ("steps:\n  |", {"letter", "plan"}),
        ("steps:\n  plan: |", {"completed", "in-progress", "to-be-developed", "unknown"}),
        ("steps:\n  plan:\n    status: |", {"completed", "in-progress", "unknown"}),
        ("steps:\n  plan:\n    status: completed\n    |", {"since", "note", "sources"}),
        ("sources:\n  - |", {"paper"}),
        ("sources: [|]", {"paper"}),
        ("|", {"policies", "steps", "regions", "notes", "location"}),
    ],
)
def test_what_may_stand_at_a_place_is_offered(editor: Wiring, text: str, labels: set[str]) -> None:
    offered = editor.offered(BERGEN, HEAD + text)
    assert labels <= offered.keys()
    assert not {"oslo", "privacy"} & offered.keys()


def test_an_id_is_offered_with_its_name(editor: Wiring) -> None:
    policies = editor.offered(BERGEN, HEAD + "policies:\n  |")
    assert policies["open-data"]["documentation"] == "Open Data"
    assert policies["open-data"]["insertText"].startswith("open-data:")
    sources = editor.offered(BERGEN, HEAD + "sources: [|]")
    assert sources["paper"]["documentation"] == "A paper"
    countries = editor.offered(BERGEN, "name: Bergen\ncountry: |")
    assert countries["CO"]["documentation"] == "Colombia"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("na|me: Bergen\n", "The name, or a map from language to name."),
        (HEAD + "loca|tion: {lat: 60.39, lon: 5.32}\n", "Where the city lies."),
        (HEAD + "poli|cies:\n  open-data:\n", "Policies the city selected, by id."),
        (HEAD + "policies:\n  open-|data: completed\n", "Open Data"),
        (HEAD + "policies:\n  open-data: {si|nce: 2022}\n", "When this state last moved."),
        (HEAD + "notes:\n  - te|xt: Hello\n", "The note itself."),
        (HEAD + "regions:\n  north: {ro|le: member}\n", "The id of a role, such as `observer`."),
    ],
)
def test_a_field_says_what_it_is_for(editor: Wiring, text: str, shown: str) -> None:
    assert editor.hover(BERGEN, text).startswith(f"{shown}\n")


def test_the_message_for_a_date_says_how_to_write_one(editor: Wiring) -> None:
    ((_, _, message),) = editor.problems(SLIPS["month of one digit"])
    assert message.startswith("This is not a date: write a year (2022), a month (2022-06)")


def test_the_message_for_a_typo_names_the_ids_that_there_are(editor: Wiring) -> None:
    ((_, _, message),) = editor.problems(SLIPS["policy, as a key"])
    assert message == 'Value is not accepted. Valid values: "dig-once", "open-data".'


def test_a_record_without_a_schema_is_left_alone(alliance: Path) -> None:
    with Editor(alliance, OFFLINE) as plain:
        assert plain.problems(plain.open(BERGEN, OSLO + "polices:\n")) == []
