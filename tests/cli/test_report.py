"""gsca report: what it is asked for, and how it answers a wrong question."""

import json
import os
import re
from pathlib import Path

import pytest
from gsca import Gsca
from render.gfm import tables
from small_alliance import OSLO

USAGE = {
    "no such record": (["report", "nrth"], "no record `nrth`; did you mean `north`?"),
    "no such record of a kind": (["report", "city/north"], "no record `city/north`"),
    "a kind without a report": (
        ["report", "pioneers"],
        "a programme has no report; try `gsca show programme/pioneers`",
    ),
    "a wrong date": (
        ["report", "--since", "2022-13"],
        "--since 2022-13: is no day of the calendar; a date is written 2022, 2022-06",
    ),
    "a date without a beginning": (
        ["report", "--since", "../2022"],
        "--since ../2022: give a date with a beginning, such as 2022-06",
    ),
    "no language": (["report", "--lang", "ja x"], "--lang ja x: give a language tag, such as es"),
    "a month for today": (
        ["report", "--today", "2022-06"],
        "--today 2022-06: give a day, such as 2022-06-11",
    ),
    "no such format": (["report", "--format", "pdf"], "Invalid value for '--format': 'pdf'"),
    "csv of a city": (
        ["report", "oslo", "--format", "csv"],
        "--format csv writes the tables of a region; for records, use `gsca list`",
    ),
    "csv without a table": (
        ["report", "north", "--format", "csv"],
        "--format csv writes one table: choose --table policies or --table steps",
    ),
    "a table without csv": (
        ["report", "north", "--table", "steps"],
        "--table goes with --format csv; any other format shows all tables",
    ),
    "no such option": (["report", "--sinc", "2022"], "No such option: --sinc"),
    "no such command": (["reprot"], "No such command 'reprot'. Did you mean 'report'?"),
    "no such kind": (["list", "citys"], "no kind `citys`; did you mean `city`?"),
    "no such column": (["list", "cities", "--columns", "nme"], "no column `nme`; did you mean"),
    "no such status": (
        ["list", "cities", "--step", "plan=complete"],
        "no status `complete`; did you mean `completed`?",
    ),
    "no such step": (["list", "cities", "--step", "pln"], "no step `pln`; did you mean `plan`?"),
    "no such region": (["list", "cities", "--region", "south"], "no region `south`"),
    "a filter for regions": (
        ["list", "regions", "--country", "NO"],
        "these filters choose cities, not regions",
    ),
    "nothing to show": (
        ["show"],
        "Missing argument 'ID'; `gsca show --help` says how it is used",
    ),
    "a command that is like none": (
        ["status"],
        "No such command 'status'; `gsca --help` lists the commands",
    ),
    "several ids": (["report", "north,oslo"], "no record `north,oslo`; give one id"),
    "an id that is like none": (
        ["report", "argentina"],
        "no record `argentina`; `gsca list KIND` shows what there is",
    ),
    "a status that is like none": (
        ["list", "cities", "--step", "plan=xyz"],
        "no status `xyz`; choose from completed, in-progress, to-be-developed, unknown",
    ),
    "a country by a name that it nearly has": (
        ["list", "cities", "--country", "norwy"],
        "no city in country `norwy`; did you mean `NO` (Norway)?",
    ),
    "a moment that is still to come": (
        ["report", "north", "--since", "2072", "--today", "2024-06-01"],
        "--since 2072 is later than today, which is 2024-06-01",
    ),
}


@pytest.mark.parametrize("case", USAGE)
def test_wrong_usage_is_one_line_and_exit_2(small: Gsca, case: str) -> None:
    words, message = USAGE[case]
    ran = small(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"gsca: {message}")
    assert ran.err.count("\n") == 1


def test_an_id_that_two_kinds_share_is_answered_with_both(small: Gsca) -> None:
    (small.root / "data/cities/north.yaml").write_text(OSLO)
    ran = small("report", "north")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "gsca: `north` is the id of 2 records: write `city/north` or `region/north`\n"
    assert small("report", "region/north").out.startswith("# North\n")
    assert small("report", "cities/north").out.startswith("# Oslo\n")


def test_a_former_id_still_leads_to_the_record(small: Gsca) -> None:
    (small.root / "data/cities/oslo.yaml").write_text(OSLO + "former_ids: [christiania]\n")
    ran = small("show", "christiania")
    assert ran.code == 0
    assert ran.err == "gsca: `christiania` is called `oslo` now\n"


def test_a_report_over_broken_data_says_what_is_missing(small: Gsca) -> None:
    (small.root / "data/cities/oslo.yaml").write_text("name: Oslo\n")
    ran = small("report", "north")
    assert ran.code == 0
    assert ran.err == "gsca: the data has 1 error; `gsca validate --today 2024-06-01` shows where\n"
    assert "could not be read:** data/cities/oslo.yaml." in ran.out
    gone = small("report", "oslo")
    assert gone.code == 3
    assert gone.err.endswith(
        "gsca: data/cities/oslo.yaml could not be read; `gsca validate` says why\n"
    )


def test_no_name_breaks_a_table(small: Gsca) -> None:
    name = "A | `b` <i>c</i> [d](e) \\ f"
    text = OSLO.replace("name: Oslo", f"name: '{name}'")
    (small.root / "data/cities/oslo.yaml").write_text(text)
    policies, steps, members = tables(small.out("report", "north"))
    assert [row[0] for row in policies] == ["City", name, "Total"]
    assert [row[0] for row in steps] == ["City", name]
    assert [row[0] for row in members] == ["City", name]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["Åre", "Bergen", "oslo"]),
        ("selections", ["Bergen", "oslo", "Åre"]),
        ("progress", ["oslo", "Åre", "Bergen"]),
    ],
)
def test_rows_are_sorted_as_asked_ties_by_name(small: Gsca, sort: str, order: list[str]) -> None:
    cities = {
        "oslo": ("oslo", "{open-data: }", "{letter: completed}"),
        "bergen": ("Bergen", "{open-data: , dig-once: }", "{}"),
        "are": ("Åre", "{}", "{letter: in-progress}"),
    }
    for key, (name, policies, steps) in cities.items():
        (small.root / f"data/cities/{key}.yaml").write_text(
            f"name: {name}\ncountry: 'NO'\nregions: {{north: }}\n"
            f"policies: {policies}\nsteps: {steps}\nsources: [paper]\n"
        )
    found = tables(small.out("report", "north", "--sort", sort))
    assert [row[0] for row in found[0][1:-1]] == order
    assert [row[0] for row in found[1][1:]] == order


def test_a_date_marks_what_is_new_and_what_may_be(small: Gsca) -> None:
    def marks(since: str) -> str:
        return tables(small.out("report", "north", "--since", since))[1][1][2]

    assert marks("2022-05") == "◐ New!"
    assert marks("2022-05-15") == "◐ perhaps new"
    assert marks("2022-06") == "◐"
    assert marks("2022") == "◐ New!"


def test_a_repository_may_bring_its_own_template(small: Gsca) -> None:
    templates = small.root / "templates"
    templates.mkdir()
    (templates / "region.md.j2").write_text("{{ region.name }}: {{ policies.total }}\n")
    assert small.out("report", "north") == "North: 1\n"
    (templates / "region.md.j2").write_text("{{ region.name }}\n{{ ''.__class__.__mro__ }}\n")
    ran = small("report", "north")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("gsca: templates/region.md.j2:2:1: ")
    (templates / "region.md.j2").write_text("{{ region.name }}\n=======\n% a\tb\n...\n")
    assert small.out("report", "north") == "North\n=======\n% a\tb\n...\n"
    (templates / "region.md.j2").write_text("\n{% include 'other.md.j2' %}")
    assert small("report", "north").err == (
        "gsca: templates/region.md.j2:2:1: there is no template `other.md.j2`\n"
    )
    (templates / "region.md.j2").write_text("{{ '\\x1b]0;x' | safe }}")
    assert small.out("report", "north") == "U+001B]0;x\n"
    (templates / "region.md.j2").write_text("{% for a in range(99999) %}123456 {% endfor %}")
    assert small("report", "north", "--format", "text").err == (
        "gsca: the report is too long for --format text; write it as md\n"
    )
    (templates / "region.md.j2").unlink()
    (templates / "region.md.j2").symlink_to("/etc/passwd")
    assert small("report", "north").err == (
        "gsca: templates/region.md.j2:1:1: this is a symbolic link, not a template\n"
    )


def test_the_report_can_go_to_a_file(small: Gsca, tmp_path: Path) -> None:
    file = tmp_path / "north.md"
    file.write_text("old")
    file.chmod(0o600)
    assert small.out("report", "north", "-o", str(file)) == ""
    assert file.read_text() == small.out("report", "north")
    assert file.stat().st_mode & 0o777 == 0o600
    assert small.out("report", "north", "-o", "-") == file.read_text()
    ran = small("report", "north", "-o", str(tmp_path / "no" / "where.md"))
    assert ran.code == 3
    assert ran.err.startswith("gsca: cannot write ")
    assert not list(tmp_path.glob(".gsca-*"))


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_person_sees_a_page_and_a_program_markdown(small: Gsca) -> None:
    from terminal import Terminal  # noqa: PLC0415

    page, markdown = (small("report", "north", "--format", form).out for form in ("text", "md"))
    assert page.startswith("North\n\n")
    assert markdown.startswith("# North\n\n")
    assert small("report", "north").out == markdown
    plain = Terminal(environment={"NO_COLOR": "1", "PAGER": ""})
    assert plain.run(small.root, ["report", "north"], ["stdout"]).written == page


@pytest.mark.parametrize(
    ("words", "is_page"),
    [([], True), (["-o", "-"], True), (["-o", "FILE"], False), (["--format", "md"], False)],
)
def test_only_what_goes_to_a_terminal_is_laid_out(
    small: Gsca, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], *, is_page: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("GSCA_PAGER", "")
    file = tmp_path / "north.md"
    out = small("report", "north", *(str(file) if word == "FILE" else word for word in words)).out
    assert (out or file.read_text("utf-8")).startswith("# North\n") != is_page


def test_what_is_too_long_for_a_page_is_an_error_only_if_it_was_asked_for(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gsca_cli.cli.commands.report._LONGEST_TEXT", 10)
    monkeypatch.setattr("gsca_cli.cli.commands.report.is_for_a_person", lambda _: True)
    assert small("report", "north").out.startswith("# North\n")
    asked = small("report", "north", "--format", "text")
    assert (asked.code, asked.out) == (3, "")


def test_a_report_says_in_short_what_follows(small: Gsca) -> None:
    top = small("report", "north", "--since", "2020").out.partition("\n## ")[0]
    assert top == (
        "# North\n\n"
        "Part of: Test Alliance. "
        "This report shows which policies each city selected, and how far each has come.\n\n"
        "- 1 city, a member\n"
        "- 1 selection of policies, by 1 of 1 city\n"
        "- Steps of the cities: 1 completed, 1 in progress\n"
        "- Latest dated change: 2022-05\n"
        "- Moved, or perhaps moved, since 2020: 2\n\n"
        "In brackets: numbers are sources; they are listed at the end.\n"
    )


def test_a_region_begins_with_who_convenes_it(small: Gsca) -> None:
    region = small.root / "data/regions/north.yaml"
    plain = region.read_text()
    for more, told in {
        "secretariat: A\n": "Convened by: A.",
        "secretariat: A\nseat: B\n": "Convened by: A (B).",
        "secretariat: A\nsupporters: [C]\n": "Convened by: A.",
        "supporters: [C, D]\n": "Supported by: C, D.",
    }.items():
        region.write_text(plain + more)
        assert f"\nPart of: Test Alliance. {told} This report" in small.out("report", "north")
    region.write_text(f"{plain}secretariat: A\ninferred: {{secretariat: so it seems}}\n")
    assert "Convened by: A [a]. This report" in small.out("report", "north")


def test_why_steps_are_not_known_may_stand_in_the_notes(small: Gsca) -> None:
    city = OSLO[: OSLO.index("steps:")] + "sources: [paper]\n"
    (small.root / "data/cities/oslo.yaml").write_text(city)
    said = "- Steps of the cities: how far they have come is not on record"
    assert f"{said}\n" in small.out("report", "north")
    region = small.root / "data/regions/north.yaml"
    region.write_text(region.read_text() + "notes: [Nobody says it.]\n")
    assert f"{said} (Notes may say why)\n" in small.out("report", "north")


def test_cities_in_no_region_are_counted_and_can_be_listed(small: Gsca) -> None:
    assert "in no region" not in small.out("report").lower()
    (small.root / "data/cities/rome.yaml").write_text("name: Rome\ncountry: IT\nsources: [paper]\n")
    report = small.out("report")
    assert (
        "- 2 cities in 2 countries, 1 of them in no region, with 1 selection of policies" in report
    )
    assert "In no region: 1 of 2 cities. `gsca list cities --region none` names them." in report
    listed = small.out("list", "cities", "--region", "none", "--format", "csv").splitlines()
    assert [row.partition(",")[0] for row in listed] == ["id", "rome"]


def test_names_are_in_the_language_that_is_asked_for(small: Gsca) -> None:
    text = OSLO.replace("name: Oslo", "name: {en: Oslo, ja: オスロ}")
    (small.root / "data/cities/oslo.yaml").write_text(text)
    (small.root / "data/policies/dig-once.yaml").write_text("name: {en: Dig}\nsources: [paper]\n")
    report = small.out("report", "north", "--lang", "ja")
    assert tables(report)[0][1][0] == "オスロ"
    assert "Shown in the default language:\n\n- Dig\n" in report
    assert "default language" not in small.out("report", "north")


def test_json_is_the_figure_itself_with_a_version(small: Gsca) -> None:
    report = json.loads(small.out("report", "north", "--format", "json"))
    assert report["schema_version"] == 1
    assert report["region"]["policies"]["totals"] == [1, 0]


def test_the_same_data_gives_the_same_bytes(small: Gsca) -> None:
    assert small.out("report", "north") == small.out("report", "north")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        # Nothing is wrong on a line of its own: ours asks it for what it does not have.
        (
            {"parts.md.j2": "{% macro x() %}{% endmacro %}"},
            r"templates/parts\.md\.j2:1:1: the template has no macro '\w+', in region\.md.*",
        ),
        (
            {"parts.md.j2": "{{ no }}"},
            r"templates/parts\.md\.j2:1:1: 'no' is undefined",
        ),
        # Ours stops on a line of its own, which theirs has called wrongly.
        (
            {"region.md.j2": "{% import 'tables.md.j2' as t %}\n{{ t.steps({}, '') }}"},
            r"templates/region\.md\.j2:2:1: .*",
        ),
    ],
)
def test_what_is_wrong_with_a_template_is_told_of_one_of_the_repository(
    small: Gsca, own: dict[str, str], said: str
) -> None:
    (small.root / "templates").mkdir()
    for name, text in own.items():
        (small.root / "templates" / name).write_text(text)
    ran = small("report", "north")
    assert (ran.code, ran.out) == (3, "")
    assert re.fullmatch(rf"gsca: {said}\n", ran.err)
    places = [line for line in small("validate").out.splitlines() if "[template-error]" in line]
    assert places
    assert all(line.startswith(f"templates/{next(iter(own))}:") for line in places)


def test_a_template_that_another_uses_is_stopped_too(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gsca_cli.render.confined.SECONDS", 1)
    (small.root / "templates").mkdir()
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    (small.root / "templates" / "parts.md.j2").write_text(endless)
    ran = small("report", "north")
    assert ran.code == 3
    assert ran.err.startswith("gsca: templates/parts.md.j2:1:1: it takes longer than 1 seconds")


def test_without_a_city_there_is_no_table_of_countries(small: Gsca) -> None:
    assert "## Cities by country" in small.out("report")
    (small.root / "data/cities/oslo.yaml").unlink()
    assert "## Cities by country" not in small.out("report")
