"""gsca schema: printed, written, and compared with what is on disk."""

import json
from pathlib import Path

import pytest
from cli.test_app import HEAVY, loaded_by
from gsca import Gsca, Ran

from gsca_cli.kinds import Kind

CITY = "schemas/city.schema.json"
SETTINGS = ".vscode/settings.json"
IDS = "schemas/ids.schema.json"
FILES = [
    IDS,
    *(f"schemas/{kind}.schema.json" for kind in Kind),
    SETTINGS,
    ".vscode/extensions.json",
]
TO_CURE = "gsca: `gsca schema --write` brings them up to date\n"


def content(gsca: Gsca) -> dict[str, bytes]:
    return {path: (gsca.root / path).read_bytes() for path in FILES}


def test_one_schema_is_printed_or_all_by_kind(small: Gsca) -> None:
    every = json.loads(small.out("schema"))
    assert list(every) == list(Kind)
    for kind in Kind:
        assert json.loads(small.out("schema", kind)) == every[kind]
    assert small.out("schema", "cities") == small.out("schema", "city")


@pytest.mark.parametrize("words", [["cty"], ["city", "--write"], ["--check", "--write"]])
def test_wrong_usage_writes_nothing(small: Gsca, words: list[str]) -> None:
    ran = small("schema", *words)
    assert (ran.code, ran.out) == (2, "")
    assert not (small.root / "schemas").exists()


def test_the_nearest_kind_is_suggested(small: Gsca) -> None:
    assert small("schema", "cty").err == "gsca: no kind `cty`; did you mean `city`?\n"


def test_writing_names_every_file_once_and_then_has_nothing_to_do(small: Gsca) -> None:
    assert small.out("schema", "--write") == "".join(f"wrote {path}\n" for path in FILES)
    written = content(small)
    assert small.out("schema", "--write") == "All schemas are up to date.\n"
    assert content(small) == written
    assert not any(path.name == "tmp" for path in small.root.rglob("*"))


def test_a_printed_schema_holds_the_ids_and_those_in_the_folder_share_them(small: Gsca) -> None:
    small.out("schema", "--write")
    printed = json.loads(small.out("schema", "city"))
    text, ids = content(small)[CITY].decode(), json.loads(content(small)[IDS])
    written = json.loads(text.replace("ids.schema.json#", "#"))
    inlined = {name: each for name, each in ids["$defs"].items() if f'/{name}"' in text}
    assert printed == {**written, "$defs": {**written["$defs"], **inlined}}
    assert "open-data" in small.out("schema", "city")
    assert "open-data" not in text


def test_a_dry_run_shows_what_would_be_written(small: Gsca) -> None:
    ran = small("schema", "--write", "--dry-run")
    assert (ran.code, ran.err) == (
        0,
        "gsca: 12 files would change; nothing is written (--dry-run)\n",
    )
    assert ran.out.count("--- /dev/null\n") == len(FILES)
    assert not (small.root / "schemas").exists()
    small.out("schema", "--write")
    policy = small.root / "data" / "policies" / "privacy.yaml"
    policy.write_text("name: Privacy Assessment\nsources: [paper]\n")
    ran = small("schema", "--write", "--dry-run")
    assert ran.err == "gsca: 1 file would change; nothing is written (--dry-run)\n"
    assert '+        "privacy"\n' in ran.out
    assert small("schema", "--dry-run").code == 2


def test_checking_writes_nothing_and_names_what_is_missing(small: Gsca) -> None:
    missing = "".join(f"{path} is missing\n" for path in FILES)
    assert small("schema", "--check") == Ran(1, missing, TO_CURE)
    assert not (small.root / "schemas").exists()
    small.out("schema", "--write")
    assert small.out("schema", "--check") == ""


def test_a_new_record_makes_one_file_out_of_date(small: Gsca) -> None:
    small.out("schema", "--write")
    policy = small.root / "data" / "policies" / "privacy.yaml"
    policy.write_text("name: Privacy Assessment\nsources: [paper]\n")
    assert small("schema", "--check") == Ran(1, f"{IDS} is out of date\n", TO_CURE)
    assert small.out("schema", "--write") == f"wrote {IDS}\n"
    assert "privacy" in json.loads(small.out("schema", "city"))["$defs"]["policy-id"]["enum"]
    assert small.out("schema", "--check") == ""


def test_the_settings_of_a_person_stay(small: Gsca) -> None:
    settings = small.root / SETTINGS
    settings.parent.mkdir()
    settings.write_text('{\n    "editor.rulers": [100]\n}\n')
    small.out("schema", "--write")
    assert json.loads(settings.read_text())["editor.rulers"] == [100]
    assert settings.read_text().startswith("{\n    ")


def test_settings_with_comments_are_left_alone_until_somebody_adds_the_lines(small: Gsca) -> None:
    settings = small.root / SETTINGS
    settings.parent.mkdir()
    settings.write_text("{\n  // mine\n}\n")
    ran = small("schema", "--write")
    assert ran.code == 0
    assert f"wrote {SETTINGS}" not in ran.out
    head, _, lines = ran.err.partition("; add: ")
    assert head == f"gsca: {SETTINGS} is left alone, since it is no plain JSON"
    assert settings.read_text() == "{\n  // mine\n}\n"
    assert small("schema", "--check") == Ran(1, f"{SETTINGS} is out of date\n", TO_CURE)
    settings.write_text(f"{{\n  // mine\n{lines}}}\n")
    assert small.out("schema", "--check") == ""
    assert small.out("schema", "--write") == "All schemas are up to date.\n"


def test_what_cannot_be_read_offers_nothing(small: Gsca) -> None:
    track = small.root / "data" / "tracks" / "adoption.yaml"
    track.write_text("name: Adoption\nwalked_by: nobody\n")
    message = "gsca: data/tracks/adoption.yaml cannot be read; `gsca validate` says why\n"
    assert small("schema", "city") == Ran(3, "", message)


def test_a_city_that_cannot_be_read_is_no_hindrance(small: Gsca) -> None:
    before = small.out("schema")
    (small.root / "data" / "cities" / "oslo.yaml").write_text("name: [\n")
    assert small.out("schema") == before


def test_a_folder_in_the_way_is_said_plainly(small: Gsca) -> None:
    (small.root / "schemas").write_text("")
    ran = small("schema", "--write")
    assert (ran.code, ran.out) == (3, "")
    assert "schemas/ids.schema.json" in ran.err.replace("\\", "/")


def test_what_is_no_file_of_text_is_said_plainly(small: Gsca) -> None:
    (small.root / SETTINGS).mkdir(parents=True)
    assert small("schema", "--check").err.endswith("settings.json: it is no file\n")
    (small.root / SETTINGS).rmdir()
    (small.root / SETTINGS).write_bytes(b"\xff{}")
    assert small("schema", "--check").err.endswith("settings.json: it is not UTF-8\n")
    assert small("schema", "--write").code == 3
    assert not (small.root / "schemas").exists()


def test_what_is_shipped_is_up_to_date(shipped: Gsca) -> None:
    assert shipped.out("schema", "--check") == ""


def test_it_loads_no_renderer_of_reports() -> None:
    assert loaded_by("schema", "--check") & HEAVY == {"pydantic", "yaml", "babel"}


def test_who_begins_is_told_what_may_stand_in_a_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "gsca.yaml").write_text("name: River Towns\n", encoding="utf-8")
    gsca = Gsca(capsys, tmp_path)
    assert "statuses" in json.loads(gsca.out("schema", "alliance"))["properties"]
    assert "columns" in json.loads(gsca.out("schema", "region"))["properties"]
    assert gsca("schema", "--check").code == 1
    assert gsca("schema", "--write").code == 0
    assert gsca("schema", "--check").code == 0
