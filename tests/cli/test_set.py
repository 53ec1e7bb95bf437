"""gsca set on a small alliance: what is shown, what is written, what is refused."""

from pathlib import Path

import pytest
from git_repository import GitRepository
from gsca import Gsca
from small_alliance import OSLO

from gsca_cli.cli.voice import ERR, listening

CITY = "data/cities/oslo.yaml"


def oslo(small: Gsca) -> str:
    return (small.root / CITY).read_bytes().decode()


def test_a_value_is_written_and_the_change_shown(small: Gsca) -> None:
    ran = small("set", "oslo", "steps.letter=unknown")
    assert (ran.code, ran.err) == (0, "gsca: 1 file changed\n")
    assert ran.out == (
        f"--- a/{CITY}\n+++ b/{CITY}\n"
        "@@ -5,6 +5,6 @@\n"
        " policies:\n   open-data:\n steps:\n"
        "-  letter: completed\n+  letter: unknown\n"
        "   plan: {status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}\n"
        " sources: [paper]\n"
    )
    assert oslo(small) == OSLO.replace("letter: completed", "letter: unknown")


def test_a_dry_run_shows_the_same_and_writes_nothing(small: Gsca) -> None:
    ran = small("set", "oslo", "steps.letter=unknown", "--dry-run")
    assert (ran.code, ran.err) == (0, "gsca: 1 file would change; nothing is written (--dry-run)\n")
    assert "+  letter: unknown\n" in ran.out
    assert oslo(small) == OSLO


def test_the_diff_is_one_that_git_takes(small: Gsca, tmp_path: Path) -> None:
    repository = GitRepository(small.root)
    path = small.root / CITY
    path.write_bytes(path.read_bytes().removesuffix(b"\n").replace(b"\n", b"\r\n"))
    diff = small("set", "oslo", "name=Bergen", "sources+=paper2", "--dry-run", "--force").out
    repository.run("apply", "-", given=diff.encode())
    assert (tmp_path / CITY).read_bytes() == (
        OSLO.replace("Oslo", "Bergen").replace("[paper]", "[paper, paper2]").rstrip("\n")
    ).replace("\n", "\r\n").encode()


def test_an_edit_that_would_add_an_error_is_refused_with_it(small: Gsca) -> None:
    ran = small("set", "oslo", "policies.opn-data=completed", "steps.plan.status=done")
    assert (ran.code, ran.out) == (1, "")
    assert f"{CITY}:7:3: error[unknown-reference]: no policy `opn-data`\n" in ran.err
    assert "cure: did you mean `open-data`?" in ran.err
    assert "error[unknown-reference]: no status `done`" in ran.err
    assert ran.err.endswith(
        "gsca: nothing is written: the edit would add 2 errors (--force writes it all the same)\n"
    )
    assert oslo(small) == OSLO


def test_all_that_is_said_of_an_edit_goes_through_the_one_door(small: Gsca) -> None:
    with listening() as heard:
        ran = small("set", "oslo", "steps.plan.status=done")
    assert "".join(words for stream, words in heard if stream == ERR) == ran.err


def test_those_who_must_can_write_an_error(small: Gsca) -> None:
    ran = small("set", "oslo", "steps.plan.status=done", "--force")
    assert ran.code == 0
    assert "status: done" in oslo(small)


def test_an_error_that_was_there_before_refuses_nothing(small: Gsca) -> None:
    (small.root / CITY).write_text(OSLO.replace("[paper]", "[papr]"))
    ran = small("set", "oslo", "name=Bergen")
    assert (ran.code, ran.err) == (0, "gsca: 1 file changed\n")


def test_what_is_so_already_changes_nothing(small: Gsca) -> None:
    ran = small("set", "oslo", "steps.letter=completed", "sources+=paper", "aliases=")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "gsca: nothing changes: it is so already\n"


def test_several_records_change_in_one_edit(small: Gsca) -> None:
    ran = small("set", "city/oslo,region/north,north", "aliases+=Nord")
    assert (ran.code, ran.err) == (0, "gsca: 2 files changed\n")
    assert oslo(small).endswith("aliases: [Nord]\nsources: [paper]\n")
    assert "aliases: [Nord]\n" in (small.root / "data/regions/north.yaml").read_text()


def test_a_record_answers_to_a_former_id(small: Gsca) -> None:
    (small.root / CITY).write_text(OSLO + "former_ids: [christiania]\n")
    ran = small("set", "christiania", "name=Bergen")
    assert ran.code == 0
    assert "gsca: `christiania` is called `oslo` now\n" in ran.err


def test_filters_choose_cities_and_ask_first(small: Gsca) -> None:
    (small.root / "data/cities/bergen.yaml").write_text(OSLO.replace("Oslo", "Bergen"))
    ran = small("set", "--region", "north", "steps.letter=unknown")
    assert ran.code == 2
    assert (
        ran.err
        == "gsca: 2 files would change: add --yes to write that, or --dry-run to look only\n"
    )
    assert ran.out.count("+  letter: unknown") == 2
    assert oslo(small) == OSLO
    ran = small("set", "--region", "north", "steps.letter=unknown", "--yes")
    assert (ran.code, ran.err) == (0, "gsca: 2 files changed\n")
    assert "letter: unknown" in oslo(small)


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_person_is_asked(small: Gsca, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self, *_: object) -> str:
            return f"{answer}\n"

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda _="": answer)
    ran = small("set", "--region", "north", "steps.letter=unknown")
    assert ran.code == 0
    assert ("letter: unknown" in oslo(small)) is (answer == "y")


def test_one_mistake_in_many_files_is_shown_a_few_times(small: Gsca) -> None:
    for number in range(8):
        text = OSLO.replace("Oslo", f"City {number}")
        (small.root / f"data/cities/city-{number}.yaml").write_text(text)
    ran = small("set", "--region", "north", "steps.letter=unknwn", "--yes")
    assert ran.code == 1
    assert ran.err.count("error[unknown-reference]") == 5
    assert "gsca: 4 more findings like these are not shown\n" in ran.err


def test_a_comment_that_may_hold_no_longer_is_pointed_out(small: Gsca) -> None:
    text = OSLO.replace("country: 'NO'", "country: 'NO'  # Norway")
    (small.root / CITY).write_text(text)
    ran = small("set", "oslo", "country=Sweden", "name=Bergen")
    assert oslo(small) == text.replace("'NO'", "'SE'").replace("Oslo", "Bergen")
    assert ran.err == (
        f"gsca: {CITY}:2: the comment `# Norway` stays; does it still hold?\ngsca: 1 file changed\n"
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["oslo"], "what is to change? Write it behind the id, as in oslo name=Roma"),
        (["name=Roma"], "name the records by their ids, or choose cities by filters"),
        (
            ["oslo", "name=Roma", "--region", "north"],
            "or choose cities by filters such as --region, not both",
        ),
        (["osl", "name=Roma"], "no record `osl`; did you mean `oslo`?"),
        (["oslo", "name"], "`name` changes nothing: write ROUTE=VALUE"),
        (["oslo", "steps.plan.since=soon"], "steps.plan.since: `soon` is not a date"),
        (["--region", "south", "name=x"], "no region `south`"),
    ],
)
def test_wrong_usage_is_one_line(small: Gsca, words: list[str], why: str) -> None:
    ran = small("set", *words)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_with_mistakes_in_its_syntax_is_mended_first(small: Gsca) -> None:
    (small.root / CITY).write_text(OSLO + "name: Twice\n")
    ran = small("set", "oslo", "name=Bergen")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "gsca: data/cities/oslo.yaml could not be read; `gsca validate` says why\n"


def test_the_byte_order_mark_and_the_line_ends_stay(small: Gsca) -> None:
    content = b"\xef\xbb\xbf" + OSLO.replace("\n", "\r\n").encode()
    (small.root / CITY).write_bytes(content)
    assert small("set", "oslo", "name=Bergen").code == 0
    assert (small.root / CITY).read_bytes() == content.replace(b"Oslo", b"Bergen")
