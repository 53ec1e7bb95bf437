"""gsca new: the file it makes, what it refuses, and what it asks for."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import typer
from conftest import Golden
from gsca import Gsca, Ran
from small_alliance import FILES

from gsca_cli.cli.voice import do_before_words
from gsca_cli.kinds import Kind

BERGEN = ("new", "city", "bergen", "name=Bergen", "country=Norway", "sources+=paper")

RECORDS: Mapping[str, Sequence[str]] = {
    "city": (
        "no/bergen",
        "name=Bergen",
        "name.nn=Bjørgvin",
        "country=norway",
        "location={lat: 60.39, lon: 5.32}",
        "population=290000",
        "regions+=north",
        "regions.north.role=observer",
        "policies+=open-data",
        "steps.plan.status=in-progress",
        "steps.plan.since=2024-05",
        "notes+=It was asked: why?",
        "sources+=paper",
        "inferred.steps.plan.since=the paper says so",
    ),
    "region": ("south", "name=South", "columns+=open-data,dig-once", "sources+=paper"),
    "policy": ("bikes", "name=Bike Lanes", "principle=privacy", "sources+={paper: [name]}"),
    "principle": ("equity", "name=Equity", "short_name.en=equity", "sources=paper"),
    "track": (
        "revision",
        "name=Revision",
        "walked_by=city",
        "steps+={id: look, name: Look}",
        "steps+={id: tell, name: Tell}",
        "sources+=paper",
    ),
    "programme": ("lab", "name=The Lab", "started=2021-10", "sources+=paper"),
    "partner": ("institute", "name=An Institute", "listed_in+=paper", "sources+=paper"),
    "source": ("report", "title=A report: part 1", "date=2022", "link=https://example.org/r#1"),
}


def path_of(kind: str, name: str) -> str:
    return f"data/{Kind(kind).plural}/{name}.yaml"


def tree(small: Gsca) -> set[str]:
    # The lock of edits is no file of the alliance.
    found = (path for path in small.root.rglob("*") if path.is_file())
    files = (path for path in found if ".gsca" not in path.parts)
    return {path.relative_to(small.root).as_posix() for path in files}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_of_each_kind_is_made_and_right(small: Gsca, golden: Golden, kind: str) -> None:
    ran = small("new", kind, *RECORDS[kind])
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "gsca: 1 file changed")
    made = path_of(kind, RECORDS[kind][0])
    assert tree(small) == {*FILES, made}
    golden(f"new-{kind}.yaml", (small.root / made).read_bytes().decode())
    # Nothing cites a source that is not there yet.
    found = [line for line in small.out("validate", "--strict").splitlines() if "[" in line]
    assert all("notice[uncited-source]" in line for line in found)


def test_a_trial_shows_the_file_and_writes_nothing(small: Gsca) -> None:
    ran = small(*BERGEN, "--dry-run")
    assert ran.code == 0
    assert ran.out.startswith(
        "--- /dev/null\n+++ b/data/cities/bergen.yaml\n@@ -0,0 +1,19 @@\n+name: Bergen\n"
    )
    assert ran.err == "gsca: 1 file would change; nothing is written (--dry-run)\n"
    assert tree(small) == set(FILES)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("city", "bergen"), 2, "a city needs name, country and sources, as in name=Bergen coun"),
        (("city", "bergen", "--force"), 2, "a city needs name, country and sources, as in name"),
        (("citis", "bergen"), 2, "no kind `citis`; did you mean `cities`?"),
        (("alliance", "bergen"), 2, "no kind `alliance`; the kinds are city, region, policy, pri"),
        (("city", "Bergen", "name=B"), 2, "the id `Bergen` is not made of small letters, digits"),
        (("city", "oslo", "name=B"), 2, "the id `oslo` is taken: data/cities/oslo.yaml is the c"),
        ((*BERGEN[1:], "country=Norja"), 2, "country: `Norja` is no country; write its name, or"),
        ((*BERGEN[1:], "nam=B"), 2, "the record has no field `nam`; did you mean `name`?"),
        ((*BERGEN[1:], "Bergen"), 2, "`Bergen` changes nothing: write ROUTE=VALUE, as in name.e"),
        ((*BERGEN[1:], "name=Oslo"), 1, "nothing is written: a city like this is there already: "),
        ((*BERGEN[1:], "sources+=papre"), 1, "nothing is written: the edit would add 1 error ("),
        ((*BERGEN[1:], "subdivision=no"), 1, "nothing is written: the edit would add 1 error ("),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    small: Gsca, words: Sequence[str], code: int, said: str
) -> None:
    ran = small("new", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.splitlines()[-1].startswith(f"gsca: {said}")
    assert tree(small) == set(FILES)


def test_the_record_that_is_alike_is_named_and_force_makes_another(small: Gsca) -> None:
    words = ("new", "city", "kristiania", "name=Oslo", "country=NO", "sources+=paper")
    ran = small(*words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "gsca: nothing is written: a city like this is there already: `oslo`, which is called "
        "`Oslo` in NO too (data/cities/oslo.yaml); --force makes this one all the same\n"
    )
    forced = small(*words, "--force")
    assert forced.code == 0
    assert "same-place" in forced.err
    assert tree(small) == {*FILES, "data/cities/kristiania.yaml"}


def test_the_findings_of_a_refused_record_are_shown_with_their_lines(small: Gsca) -> None:
    ran = small(*BERGEN, "sources+=papre")
    assert "data/cities/bergen.yaml:5:5: error[unknown-reference]: no source `papre`" in ran.err
    assert "  5 |   - papre\n" in ran.err


def test_an_id_that_a_record_of_another_kind_has_is_told(small: Gsca) -> None:
    ran = small("new", "city", "north", "name=North", "country=NO", "sources=paper")
    assert ran.code == 0
    assert (
        "gsca: data/cities/north.yaml: a region has this id too; to tell them apart, commands want "
        "`city/north` or `region/north`\n"
    ) in ran.err


def test_an_alliance_without_a_record_gets_its_first(small: Gsca) -> None:
    for path in FILES:
        if path != "gsca.yaml":
            (small.root / path).unlink()
    assert small("new", "source", "paper", "title=A paper").code == 0
    assert tree(small) == {"gsca.yaml", "data/sources/paper.yaml"}


def test_settings_that_cannot_be_read_are_told_of_at_once(small: Gsca) -> None:
    (small.root / "gsca.yaml").write_text("nombre: Alianza\n")
    ran = small("new", "source", "act", "title=Act")
    assert ran.code == 0
    assert ran.err == (
        "gsca: gsca.yaml cannot be read; `gsca validate` shows why\ngsca: 1 file changed\n"
    )


def test_a_schema_of_the_repository_is_named_in_the_first_line(small: Gsca) -> None:
    (small.root / "schemas").mkdir()
    (small.root / "schemas" / "city.schema.json").write_text("{}", encoding="utf-8")
    small(*BERGEN)
    first = (small.root / "data/cities/bergen.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schemas/city.schema.json"
    assert small.out("validate", "--strict").endswith("No findings.\n")


def test_set_takes_the_name_of_a_country_too(small: Gsca) -> None:
    assert small("set", "oslo", "country=sweden").code == 0
    text = (small.root / "data/cities/oslo.yaml").read_text(encoding="utf-8")
    assert text == FILES["data/cities/oslo.yaml"].replace("'NO'", "'SE'")


def test_nobody_is_asked_where_the_answers_come_from_a_pipe(small: Gsca) -> None:
    command = [sys.executable, "-m", "gsca_cli", "new", "city", "bergen", "--root", str(small.root)]
    done = subprocess.run(
        command, input="Bergen\nNO\npaper\n", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gsca: a city needs name, country and sources")
    assert tree(small) == set(FILES)


def test_an_interruption_leaves_nothing(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("gsca_cli.cli.commands.new_record.can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", interrupted)
    assert small("new", "city", "bergen") == Ran(130, "", "")
    assert tree(small) == set(FILES)


def test_a_line_that_shows_how_far_it_is_is_gone_before_a_question(
    small: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def asked(*_: object, **__: object) -> str:
        done.append("asked")
        raise typer.Abort

    monkeypatch.setattr("gsca_cli.cli.commands.new_record.can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", asked)
    do_before_words(lambda: done.append("wiped"))
    assert small("new", "city", "bergen") == Ran(130, "", "")
    assert done == ["wiped", "asked"]


if sys.platform != "win32":
    import pty
    import select

    PATIENCE = 60.0
    END_OF_INPUT = "\x04"

    class Terminal:
        """gsca new on a terminal of its own; standard output is a pipe, as in `> file`."""

        def __init__(self, root: Path, *words: str) -> None:
            self._screen, line = pty.openpty()
            command = [sys.executable, "-m", "gsca_cli", "new", *words, "--root", str(root)]
            self.process = subprocess.Popen(
                [*command, "--today", "2024-06-01"],
                stdin=line,
                stderr=line,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            os.close(line)
            self._seen = ""

        def until(self, what: str) -> str:
            """What the screen shows until something stands there."""
            while what not in self._seen and (more := self._more()):
                self._seen += more
            shown, found, self._seen = self._seen.partition(what)
            assert found, f"never shown: {what}; shown: {shown}"
            return shown

        def answer(self, question: str, text: str) -> str:
            """Type a line once a question stands there."""
            shown = self.until(question)
            self.until("): ")
            os.write(self._screen, f"{text}\n".encode())
            return shown

        def ends(self) -> tuple[int, str, str]:
            """The exit code, the result, and the rest of what is on the screen."""
            while more := self._more():
                self._seen += more
            out, _ = self.process.communicate(timeout=PATIENCE)
            return self.process.returncode, out, self._seen.replace("\r\n", "\n")

        def close(self) -> None:
            """End what is still running, after a test that failed."""
            self.process.kill()
            self.process.communicate()
            os.close(self._screen)

        def _more(self) -> str:
            ready, _, _ = select.select([self._screen], [], [], PATIENCE)
            assert ready, f"nothing more was shown after: {self._seen}"
            try:
                return os.read(self._screen, 4096).decode()
            except OSError:  # Linux says so where others give nothing.
                return ""

    Opened = Callable[..., Terminal]

    @pytest.fixture
    def on_terminal(small: Gsca) -> Iterator[Opened]:
        """Run gsca new with some words on a terminal."""
        opened: list[Terminal] = []

        def run(*words: str) -> Terminal:
            opened.append(Terminal(small.root, *words))
            return opened[-1]

        yield run
        for each in opened:
            each.close()

    def test_on_a_terminal_each_missing_field_is_asked_for(
        small: Gsca, on_terminal: Opened
    ) -> None:
        talk = on_terminal("city", "bergen")
        talk.answer("name (The name, or a map from language to name", "Bergen")
        talk.answer("country (Its name, or its code, such as JP", "Norwy")
        talk.until("gsca: country: `Norwy` is no country; did you mean `NO` (Norway)?")
        talk.answer("country (", "norway")
        talk.answer("sources (", "papr")
        talk.until("gsca: no source `papr`; did you mean `paper`?")
        talk.answer("sources (", "")
        talk.answer("sources (", "paper")
        code, out, screen = talk.ends()
        assert code == 0
        assert screen.endswith("gsca: 1 file changed\n")
        assert out.startswith("--- /dev/null\n+++ b/data/cities/bergen.yaml\n")
        text = (small.root / "data/cities/bergen.yaml").read_text(encoding="utf-8")
        assert text.startswith('name: Bergen\ncountry: "NO"  # Norway\nsources:\n  - paper\n\n')

    def test_only_what_is_missing_is_asked_for(small: Gsca, on_terminal: Opened) -> None:
        talk = on_terminal("track", "revision", "name=Revision", "sources+=paper")
        assert "sources" not in talk.answer("walked_by (Who walks it, such as city", "dog")
        talk.until("gsca: walked_by: `dog` is not one of city, region")
        talk.answer("walked_by (", "city")
        talk.answer("steps (The steps, in order, such as [{id: plan, name: Plan}]", "look")
        talk.until("gsca: `steps` is a list of maps")
        talk.answer("steps (", "[{id: look}]")
        talk.until("gsca: ")
        talk.answer("steps (", "[{id: look, name: Look}]")
        assert talk.ends()[0] == 0
        assert small.out("validate", "--strict").endswith("No findings.\n")

    def test_nothing_is_asked_where_nothing_is_missing(on_terminal: Opened) -> None:
        code, _, screen = on_terminal(*BERGEN[1:]).ends()
        assert (code, screen) == (0, "gsca: 1 file changed\n")

    def test_an_id_that_is_taken_is_refused_before_anything_is_asked(on_terminal: Opened) -> None:
        code, out, screen = on_terminal("city", "oslo").ends()
        assert (code, out) == (2, "")
        assert screen.startswith("gsca: the id `oslo` is taken")

    def test_who_has_had_enough_leaves_nothing(small: Gsca, on_terminal: Opened) -> None:
        talk = on_terminal("city", "bergen")
        talk.answer("name (", "Bergen")
        talk.answer("country (", END_OF_INPUT)
        code, out, _ = talk.ends()
        assert (code, out) == (130, "")
        assert tree(small) == set(FILES)
