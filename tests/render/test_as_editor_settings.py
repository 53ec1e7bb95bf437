import json

import pytest

from gsca_cli.kinds import Kind
from gsca_cli.render.as_editor_settings import (
    by_hand,
    extensions_text,
    names_all,
    settings_text,
)
from gsca_cli.snapshots.repository import (
    EDITOR_EXTENSIONS,
    EDITOR_SETTINGS,
)


def test_new_settings_name_a_schema_for_each_kind() -> None:
    settings = json.loads(settings_text(None) or "")
    assert settings["yaml.schemaStore.enable"] is False
    assert len(settings["yaml.schemas"]) == len(Kind)
    assert settings["yaml.schemas"]["./schemas/alliance.schema.json"] == "gsca.yaml"
    cities = settings["yaml.schemas"]["./schemas/city.schema.json"]
    assert cities == "data/cities/**/*.{yaml,yml}"
    assert json.loads(extensions_text(None) or "") == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize("indent", [2, 4, "\t"])
def test_settings_that_are_there_are_kept(indent: int | str) -> None:
    mine = {
        "editor.rulers": [100],
        "yaml.schemas": {"./mine.json": "ä.yaml"},
        "yaml.schemaStore.enable": True,
    }
    before = json.dumps(mine, indent=indent, ensure_ascii=False) + "\n"
    after = settings_text(before)
    assert after
    assert after.startswith(before[: before.index("ä.yaml") + len('ä.yaml"')])
    changed = json.loads(after)
    assert len(changed.pop("yaml.schemas")) == 1 + len(Kind)
    assert changed.items() <= mine.items()
    assert settings_text(after) == after


@pytest.mark.parametrize(
    "mine",
    [
        '\n  "editor.rulers": [100], "a":  1\n}\n',
        '\n\t"a": {"b": {}},\n\t"a": 2}',
        ' "editor.rulers": [100] }\r\n',
        "\n}\n",
        "}",
    ],
)
def test_what_is_added_leaves_every_other_byte_as_it_is(mine: str) -> None:
    after = settings_text("{" + mine)
    assert after
    assert after.endswith(mine)
    assert json.loads(after).keys() == {
        "yaml.schemaStore.enable",
        "yaml.schemas",
        *json.loads("{" + mine),
    }
    assert settings_text(after) == after


def test_recommendations_that_are_there_are_kept() -> None:
    before = '{\n  "recommendations": [\n    "a.b"\n  ]\n}\n'
    after = extensions_text(before)
    assert after
    assert json.loads(after) == {"recommendations": ["a.b", "redhat.vscode-yaml"]}
    assert extensions_text(after) == after


@pytest.mark.parametrize(
    "before",
    [
        '{\n  // how I like it\n  "editor.rulers": [100]\n}\n',
        '{"yaml.schemas": {"./mine.json": "mine.yaml"}}\n',
        '{\n  "yaml.schemas": {},\n  "yaml.schemas": {}\n}\n',
        '{\n  "a": 1,\n}\n',
        "[]\n",
        '{\n  "yaml.schemas": []\n}\n',
        "",
        "\ufeff{}\n",
    ],
)
def test_a_file_that_cannot_be_changed_without_harm_is_left_alone(before: str) -> None:
    assert settings_text(before) is None


def test_a_file_on_one_line_that_lacks_nothing_is_as_it_should_be() -> None:
    before = json.dumps(json.loads(settings_text(None) or ""))
    assert settings_text(before) == before


@pytest.mark.parametrize("path", [EDITOR_SETTINGS, EDITOR_EXTENSIONS])
def test_what_is_to_be_added_by_hand_makes_a_file_complete(path: str) -> None:
    change = settings_text if path == EDITOR_SETTINGS else extensions_text
    file = f"{{ // mine\n{by_hand(path)}}}"
    assert json.loads(f"{{{by_hand(path)}}}") == json.loads(change(None) or "")
    assert names_all(path, file)
    assert not names_all(path, "{ // mine\n}")
