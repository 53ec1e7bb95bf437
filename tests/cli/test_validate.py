"""gsca validate, as a contributor and CI meet it."""

import os
from pathlib import Path

import pytest
from conftest import Golden
from gsca import Gsca
from small_alliance import OSLO

BROKEN = """\
name: Oslo
contry: NO
location: {lat: "59.9", lon: 10.7}
regions:
  north: {role: member, joined: 2021-13}
policies: [open-data]
sources: [papr]
"""


def change(small: Gsca, path: str, content: str | bytes) -> None:
    file = small.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_clean_data_is_counted(small: Gsca) -> None:
    assert small.out("validate") == (
        "Read 1 city, 1 region, 2 policies, 1 principle, 1 track, 1 programme, 1 partner, "
        "1 source.\nNo findings.\n"
    )


def test_every_mistake_is_shown_with_its_line_and_its_cure(small: Gsca, golden: Golden) -> None:
    change(small, "data/cities/oslo.yaml", BROKEN)
    change(small, "data/cities/bergen.yaml", OSLO.replace("open-data", "open-dta"))
    change(small, "data/cities/加賀.yaml", "name: 加賀市\ncountry: 日本\n")
    change(small, "data/cities/tabs.yaml", "name: Tabs\ncountry:\tNO\n")
    change(small, "data/policies/notes.txt", "to do")
    ran = small("validate")
    assert (ran.code, ran.err) == (1, "")
    golden("validate-mistakes.txt", ran.out)


def test_a_path_filters_what_is_reported_not_what_is_read(small: Gsca) -> None:
    change(small, "data/cities/bergen.yaml", BROKEN)
    change(small, "data/policies/dig-once.yaml", "name: Dig Once\n")
    policies = small("validate", str(small.root / "data" / "policies"))
    assert policies.code == 1
    assert [line for line in policies.out.splitlines() if "error[" in line] == [
        "data/policies/dig-once.yaml:1:1: error[missing-source]: this policy cites no source"
    ]
    assert "1 left out" in policies.out
    assert small("validate", str(small.root / "data" / "regions")).code == 0


def test_a_warning_fails_only_under_strict(small: Gsca) -> None:
    region = (small.root / "data/regions/north.yaml").read_text()
    change(small, "data/regions/north.yaml", region + "claims: [{count: members, value: 5}]\n")
    ran = small("validate")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "1 warning.")
    assert small("validate", "--strict").code == 1


def test_a_path_that_is_not_there_is_wrong_usage(small: Gsca, tmp_path: Path) -> None:
    ran = small("validate", "nowhere.yaml")
    assert (ran.code, ran.out, ran.err) == (2, "", "gsca: no such file or folder: nowhere.yaml\n")
    outside = small("validate", str(tmp_path.parent))
    assert outside.code == 2
    assert "is not in the repository" in outside.err


NO_DATA = (
    "gsca: there is no data: no file stands under data/; "
    "`gsca new source ID` makes the first record\n"
)


def test_no_data_cannot_look_green(small: Gsca) -> None:
    for file in sorted((small.root / "data").rglob("*.yaml")):
        file.unlink()
    ran = small("validate")
    assert (ran.code, ran.err) == (3, NO_DATA)
    change(small, "data/cities/.gitkeep", "")
    assert small("validate").code == 3
    change(small, "data/cities/oslo.txt", "")
    assert small("validate").code == 1


def test_a_mistake_in_the_settings_is_found_before_there_is_data(small: Gsca) -> None:
    for file in sorted((small.root / "data").rglob("*.yaml")):
        file.unlink()
    change(small, "gsca.yaml", "nombre: Alianza\n")
    ran = small("validate")
    assert (ran.code, ran.err) == (1, "")
    assert "gsca.yaml:1:1: error[unknown-field]: `nombre` is not a field" in ran.out
    assert ran.out.endswith("\nRead 1 left out.\n2 errors.\n")
    change(small, "gsca.yaml", "name: Alianza\nsources: [paper]\n")
    assert small("validate").out.endswith("\nRead no records.\n1 error.\n")


def test_no_repository_is_said_plainly(small: Gsca, tmp_path: Path) -> None:
    (tmp_path / "gsca.yaml").unlink()
    ran = small("validate")
    assert ran.code == 3
    assert ran.err.startswith("gsca: no alliance here: there is no gsca.yaml in ")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need POSIX")
def test_links_pipes_and_unreadable_files_are_findings_not_hangs(small: Gsca) -> None:
    cities = small.root / "data" / "cities"
    (cities / "link.yaml").symlink_to("/etc/passwd")
    (cities / "folder").symlink_to(small.root)
    os.mkfifo(cities / "pipe.yaml")
    (small.root / "data" / "regions").rename(small.root / "elsewhere")
    (small.root / "data" / "regions").symlink_to(small.root / "elsewhere")
    ran = small("validate")
    found = [line.partition("]: ")[0] for line in ran.out.splitlines() if "]: " in line]
    assert found == [
        "data/cities/folder:1:1: error[link",
        "data/cities/link.yaml:1:1: error[link",
        "data/cities/oslo.yaml:4:3: error[unknown-reference",
        "data/cities/pipe.yaml:1:1: error[special-file",
        "data/regions:1:1: error[link",
    ]
    assert ran.code == 1


def test_a_file_name_cannot_disturb_the_terminal(small: Gsca) -> None:
    change(small, "data/cities/a\x1b[31m.yaml", "")
    ran = small("validate")
    assert "\x1b" not in ran.out
    assert "data/cities/a\\u001b[31m.yaml:1:1: error[not-a-record]" in ran.out


def test_the_caret_stands_under_the_value(small: Gsca) -> None:
    change(small, "data/cities/oslo.yaml", OSLO.replace("name: Oslo", "name: {ja: 加賀市👍, en: }"))
    lines = small("validate").out.splitlines()
    assert lines[1:3] == ["  1 | name: {ja: 加賀市👍, en: }", "    |                      ^^"]


def test_a_gsca_yaml_that_is_a_folder_cannot_look_green(small: Gsca) -> None:
    (small.root / "gsca.yaml").unlink()
    (small.root / "gsca.yaml").mkdir()
    ran = small("validate")
    assert ran.code == 1
    assert ran.out.startswith("gsca.yaml:1:1: error[special-file]: ")


def test_a_file_full_of_mistakes_shows_the_first_ones(small: Gsca) -> None:
    change(small, "data/cities/oslo.yaml", OSLO + "".join(f"x{n}: 1\n" for n in range(30)))
    lines = [line for line in small("validate").out.splitlines() if "]: " in line]
    assert len(lines) == 21
    assert lines[-1] == (
        "data/cities/oslo.yaml:1:1: error[more-findings]: "
        "10 more findings in this file are not shown"
    )
    every = small("validate", "--max-findings", "0").out
    assert every.count("error[unknown-field]") == 30
    assert "more-findings" not in every
    few = small("validate", "--max-findings", "2").out
    assert few.count("error[unknown-field]") == 2
    assert few.endswith("30 errors.\n28 of them are not shown; `--max-findings 0` shows all.\n")


def test_a_template_of_the_alliance_is_tried_on_a_record(small: Gsca) -> None:
    change(small, "templates/region.md.j2", "Hello\n{{ region.no }}\n")
    change(small, "templates/city.md.j2", "{{ 'a' }")
    change(small, "templates/policy.md.j2", b"a\x00b")
    change(small, "templates/README.md", "How to write one.\n")
    change(small, "templates/more/x.j2", "{{")
    (small.root / "templates" / "track.md.j2").symlink_to("/etc/passwd")
    ran = small("validate")
    found = [line for line in ran.out.splitlines() if "]: " in line]
    assert found == [
        "templates/city.md.j2:1:1: error[template-error]: unexpected '}'",
        "templates/policy.md.j2:1:2: error[control-character]: an invisible character: NUL",
        "templates/region.md.j2:2:1: error[template-error]: 'dict object' has no attribute 'no'",
        "templates/track.md.j2:1:1: error[link]: this is a symbolic link, not a template",
    ]
    assert ran.code == 1


def test_a_template_that_no_report_uses_is_told(small: Gsca) -> None:
    change(small, "templates/regions.md.j2", "Hello\n")
    change(small, "templates/head.j2", "Hello\n")
    change(small, "templates/city.md.j2", "{% include 'head.j2' %}\n")
    ran = small("validate")
    place = "templates/regions.md.j2:1:1: warning[unused-template]"
    assert f"{place}: no report uses this template\n" in ran.out
    assert "  cure: did you mean `region.md.j2`? a report goes by one of alliance.md" in ran.out
    assert ran.out.count("warning[unused-template]") == 1


def test_a_template_is_tried_with_what_is_new_too(small: Gsca) -> None:
    change(small, "templates/region.md.j2", "{% if moved %}\n{{ moved.no }}\n{% endif %}")
    place = "templates/region.md.j2:2:1: error[template-error]"
    assert f"{place}: 'dict object' has no attribute 'no'" in small("validate").out


def test_a_template_that_never_ends_is_stopped(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gsca_cli.render.confined.SECONDS", 1)
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    change(small, "templates/region.md.j2", endless)
    ran = small("validate")
    assert (
        "templates/region.md.j2:1:1: error[template-error]: it takes longer than 1 sec" in ran.out
    )
