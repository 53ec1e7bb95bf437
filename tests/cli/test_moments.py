"""What may be called a moment: dates, meetings of the region at hand, revisions."""

from collections.abc import Sequence

import pytest
from git_repository import GitRepository
from gsca import Gsca
from scripted_history import (
    BEGIN,
    BERGEN,
    FIRST_OSLO,
    LAST,
    NORTH_FILE,
    OSLO_FILE,
    PLAN,
    subject,
)
from small_alliance import FILES

from gsca_cli.cli.options import A_DATE
from gsca_cli.snapshots.no_revision import GIVE_ONE


@pytest.mark.parametrize(
    ("at", "told"),
    [
        # A date is the end of its period, in UTC.
        ("2022-05-01", BEGIN),
        ("2022-06-09", BEGIN),
        ("2022-06-10", PLAN),
        ("2022-05", BEGIN),
        ("2022-06", PLAN),
        ("2022-12-30", PLAN),
        ("2022-12-31", LAST),
        ("2022", LAST),
        ("2150", LAST),
        ("9999", LAST),
        # Meetings of the region: 2022-05-17, 2022-12 and 2023-02-20.
        ("last-meeting", LAST),
        ("meeting:0", LAST),
        ("meeting:1", LAST),
        ("meeting:2", BEGIN),
        # Revisions of git.
        ("HEAD", LAST),
        ("HEAD~1", PLAN),
        ("main^^", BEGIN),
        ("paper", BEGIN),
        ("rev:paper", BEGIN),
        ("rev:2022", BEGIN),
        ("rev:last-meeting", PLAN),
        ("rev:HEAD", LAST),
        ("2022-05-01-draft", PLAN),
        ("HEAD^{/Begin}", BEGIN),
    ],
)
def test_a_moment_is_a_date_a_meeting_or_a_revision(
    gsca: Gsca, repository: GitRepository, at: str, told: str
) -> None:
    repository.run("tag", "2022", "HEAD~2")
    repository.run("tag", "last-meeting", "HEAD~1")
    repository.run("branch", "2022-05-01-draft", "HEAD~1")
    ran = gsca("show", "oslo", "--at", at)
    assert (ran.code, subject(ran)) == (0, told)
    assert ("steps.plan.status" in ran.out) == (told != BEGIN)


def test_which_commit_it_is_is_told_beside_the_result(
    gsca: Gsca, repository: GitRepository
) -> None:
    ran = gsca("report", "north", "--at", "2022-06")
    commit = repository.run("rev-parse", "HEAD~1")
    assert ran.err == f"gsca: as recorded in {commit[:8]} (2022-06-10, {PLAN})\n"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("a\x1b[31mb\u202e", ", a\\u001b[31mb\\u202e"),
        ("", ""),
        ("x" * 100, f", {'x' * 60}…"),
        ("##[error]x", ", #\\u0023[error]x"),
    ],
)
def test_what_a_commit_says_cannot_disturb_a_terminal(
    gsca: Gsca, repository: GitRepository, message: str, told: str
) -> None:
    text = f"tree {repository.run('rev-parse', 'HEAD^{tree}')}\n"
    who = "Somebody <mail@example.org> 1704067200 +0000"
    text += f"author {who}\ncommitter {who}\n\n{message}\n"
    commit = repository.run("hash-object", "-t", "commit", "-w", "--stdin", given=text.encode())
    assert gsca("show", "oslo", "--at", commit).err.startswith(
        f"gsca: as recorded in {commit[:8]} (2024-01-01{told})\n"
    )


def test_a_commit_may_claim_any_time(gsca: Gsca, repository: GitRepository) -> None:
    text = f"tree {repository.run('rev-parse', 'HEAD^{tree}')}\n"
    who = "Somebody <mail@example.org> 99999999999999999 +0000"
    text += f"author {who}\ncommitter {who}\n\nLate\n"
    given = text.encode()
    commit = repository.run(
        "hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=given
    )
    ran = gsca("list", "cities", "--at", commit)
    assert (ran.code, ran.err) == (0, f"gsca: as recorded in {commit[:8]} (9999-12-31, Late)\n")


def test_a_side_branch_counts_from_the_day_it_was_merged(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.run("checkout", "--quiet", "-b", "side", "HEAD~2")
    repository.write({"data/partners/x.yaml": "name: X\nsources: [paper]\n"})
    repository.commit("Aside", "2022-05-20T00:00:00+00:00")
    repository.run("checkout", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-ff", "--message=Merge", "side")
    repository.run(*merge, date="2023-03-01T00:00:00+00:00")
    assert subject(gsca("list", "partners", "--at", "2022-05-31")) == BEGIN
    ran = gsca("list", "partners", "--at", "2023-03")
    assert subject(ran) == "Merge"
    assert "X" in ran.out


@pytest.mark.parametrize(
    ("today", "at", "day"),
    [
        ("2023-02-21", "last-meeting", "2023-02-20"),
        ("2023-02-20", "last-meeting", "2022-12-31"),
        # Of a month, the last day counts.
        ("2022-12-31", "last-meeting", "2022-05-17"),
        ("2023-01-01", "last-meeting", "2022-12-31"),
        ("2023-01-01", "meeting:1", "2022-05-17"),
    ],
)
def test_meetings_are_counted_back_from_today(
    gsca: Gsca, repository: GitRepository, today: str, at: str, day: str
) -> None:
    repository.write({OSLO_FILE: "mistake: yes\n"})
    for date in ("2022-05-10", "2022-12-20", "2023-02-10"):
        repository.commit(f"Until {date}", f"{date}T00:00:00+00:00")
    ran = gsca("report", "north", "--at", at, "--today", today)
    assert ran.err.endswith(f"; `gsca validate --at {day} --today {today}` shows where\n")


@pytest.mark.parametrize(
    "words",
    [
        ["report", "north"],
        ["report", "region/north"],
        ["report", "oslo"],
        ["show", "north"],
        ["show", "oslo"],
        ["list", "cities", "--region", "north"],
        ["list", "cities", "--region", "north", "--country", "NO"],
    ],
)
def test_the_region_at_hand_is_what_is_asked_about(gsca: Gsca, words: Sequence[str]) -> None:
    ran = gsca(*words, "--at", "meeting:2")
    assert (ran.code, subject(ran)) == (0, BEGIN)


_ANY = "; give a date, or name a region if the command takes one"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["validate"], _ANY),
        (["report"], _ANY),
        (["report", "open-data"], ", and a policy has none; give a date"),
        (["report", "adoption"], ", and a track has none; give a date"),
        (
            ["report", "vadso"],
            ", and vadso is in several (north, south); give a date, or ask about one of them",
        ),
        (["report", "tromso"], ", and tromso is in none that is on record; give a date"),
        (["show", "paper"], ", and a source has none; give a date"),
        (["list", "cities"], _ANY),
        (["list", "cities", "--region", "north", "--region", "south"], _ANY),
    ],
)
def test_of_no_region_or_of_several_there_is_no_meeting(
    gsca: Gsca, repository: GitRepository, words: Sequence[str], why: str
) -> None:
    south = FILES[NORTH_FILE].replace("North", "South")
    both = BERGEN.replace("sources:", "  south:\nsources:")
    repository.write({"data/regions/south.yaml": south, "data/cities/vadso.yaml": both})
    repository.write({"data/cities/tromso.yaml": FIRST_OSLO.replace("north:", "nowhere:")})
    ran = gsca(*words, "--at", "last-meeting")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"gsca: --at last-meeting: meetings are those of a region{why}\n"


@pytest.mark.parametrize(
    ("at", "today", "lacking", "asked"),
    [
        ("last-meeting", "2022-05-17", "no meeting", ""),
        ("meeting:1", "2022-05-18", "only 1 meeting", ", and this is the one before the last"),
        ("meeting:3", "2024-06-01", "only 3 meetings", ", and this is the one 3 before the last"),
        (
            "meeting:999999999",
            "2024-06-01",
            "only 3 meetings",
            ", and this is the one 999999999 before the last",
        ),
    ],
)
def test_who_has_no_such_meeting_is_told_where_to_add_one(
    gsca: Gsca, at: str, today: str, lacking: str, asked: str
) -> None:
    for option in ("--at", "--since"):
        ran = gsca("report", "north", option, at, "--today", today)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(
            f"gsca: {option} {at}: north has {lacking} on record before {today}{asked}; "
            f"add one under `meetings`, such as `- date: 2022-06-11`, in `{NORTH_FILE}`\n"
        )


def test_meetings_are_those_on_disk(gsca: Gsca, repository: GitRepository) -> None:
    meetings = "meetings: [date: 2022-06-01, date: ../2022-05-30, date: 2022-07/..]\n"
    repository.write({NORTH_FILE: FILES[NORTH_FILE] + meetings})
    assert subject(gsca("report", "north", "--at", "last-meeting")) == BEGIN
    ran = gsca("report", "north", "--at", "meeting:2")
    assert "north has only 2 meetings on record" in ran.err


@pytest.mark.parametrize(
    ("at", "complaint"),
    [
        ("2022-13", "--at 2022-13: is no day of the calendar; "),
        ("2022-02-30", "--at 2022-02-30: is no day of the calendar; "),
        ("0000", "--at 0000: is no day of the calendar; "),
        ("meeting:", "--at meeting:: say how many meetings before the last one, as in meeting:1; "),
        ("meeting:-1", "--at meeting:-1: say how many meetings before the last one, "),
        ("meeting:\u0661", "--at meeting:\u0661: say how many meetings before the last one, "),
        ("meeting:last", "--at meeting:last: say how many meetings before the last one, "),
    ],
)
def test_what_only_looks_like_a_moment_is_wrong_usage(gsca: Gsca, at: str, complaint: str) -> None:
    ran = gsca("report", "north", "--at", at)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"gsca: {complaint}")


def test_a_day_that_is_none_is_said_alone(gsca: Gsca) -> None:
    for at in ("HEAD", "2022", "last-meeting"):
        ran = gsca("report", "north", "--at", at, "--today", "2022-06")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "gsca: --today 2022-06: give a day, such as 2022-06-11\n"


BEGINNING = "nothing was recorded here before 2022-05-01; give a date from then on"


@pytest.mark.parametrize(
    ("at", "complaint"),
    [
        ("mian", "there is no revision `mian`; did you mean `main`?"),
        ("rev:2022", "there is no revision `2022`; give a commit, a branch or a tag"),
        ("rev:2022-6", "there is no revision `2022-6`; give a commit, a branch or a tag"),
        ("", f"there is no revision ``; {GIVE_ONE}; {A_DATE}"),
        (
            "May 2022",
            f"there is no revision `May 2022`; {GIVE_ONE}; did you mean `2022-05`?",
        ),
        ("rev:", "there is no revision ``; give a commit, a branch or a tag"),
        ("--all", f"there is no revision `--all`; {GIVE_ONE}; {A_DATE}"),
        ("2021", f"--at 2021: {BEGINNING}"),
        ("1960", f"--at 1960: {BEGINNING}"),
        ("2022-04-30", f"--at 2022-04-30: {BEGINNING}"),
    ],
)
def test_a_moment_that_was_not_is_said_plainly(gsca: Gsca, at: str, complaint: str) -> None:
    ran = gsca("report", "north", f"--at={at}")
    assert (ran.code, ran.out, ran.err) == (3, "", f"gsca: {complaint}\n")


@pytest.mark.parametrize(
    ("at", "meant"),
    [
        ("2022-6", "did you mean `2022-06`?"),
        ("2022/06/11", "did you mean `2022-06-11`?"),
        ("junio de 2022", "did you mean `2022-06`?"),
        ("11.6.2022", A_DATE),
        ("last-meting", "did you mean `last-meeting`?"),
    ],
)
def test_what_is_almost_a_moment_is_told_how_to_write_it(gsca: Gsca, at: str, meant: str) -> None:
    ran = gsca("report", "north", "--at", at)
    unknown = f"there is no revision `{at}`; give a commit, a branch or a tag"
    assert (ran.code, ran.out, ran.err) == (3, "", f"gsca: {unknown}; {meant}\n")


def test_a_meeting_before_the_first_commit_is_named(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({NORTH_FILE: f"{FILES[NORTH_FILE]}meetings: [date: 2021-05]\n"})
    ran = gsca("report", "north", "--at", "last-meeting")
    assert ran.code == 3
    assert ran.err == (
        "gsca: --at last-meeting (2021-05): nothing was recorded here before 2022-05-01; "
        "give a date from then on\n"
    )


@pytest.mark.parametrize("words", ["diff last-meeting --region north", "report north --since"])
def test_a_meeting_that_nobody_saw_begin_counts_from_its_last_day(
    gsca: Gsca, repository: GitRepository, words: str
) -> None:
    north = (repository.path / NORTH_FILE).read_text()
    text = f"{north.partition('meetings')[0]}meetings: [{{date: ../2022-06-11}}]\n"
    repository.write({NORTH_FILE: text})
    repository.commit("Met", "2022-06-12T00:00:00+00:00")
    last = [] if words.startswith("diff") else ["last-meeting"]
    ran = gsca(*words.split(), *last)
    assert (ran.code, "2022-06-1" in ran.out) == (0, True)
