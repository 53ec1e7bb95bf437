"""A run is spared only where it would say the same; whatever it depends on makes it run anew."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import ROOT
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import FILES

from gsca_cli.cli import voice
from gsca_cli.cli.app import main
from gsca_cli.cli.remembering import answers
from gsca_cli.cli.remembering.question import Question
from gsca_cli.cli.remembering.recall import recalled
from gsca_cli.snapshots import stamps
from gsca_cli.snapshots.backstage import backstage_of

Change = Callable[[Path], None]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """The small alliance, committed twice; what changed a moment ago counts as old."""
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    monkeypatch.setenv("COLUMNS", "80")
    found = GitRepository(tmp_path / "alliance")
    found.write(FILES)
    found.commit("First", "2022-01-01T00:00:00+00:00")
    found.commit("Second", "2024-01-01T00:00:00+00:00")
    monkeypatch.chdir(found.path)
    return found


class Asked:
    """Runs commands through the memory, and counts those that were really run."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.runs = 0

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """How a run ended, and what it said."""

        def run() -> int:
            self.runs += 1
            return main(words)

        self._capsys.readouterr()
        code = recalled(words, run)
        return (code, *self._capsys.readouterr())


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], repository: GitRepository) -> Asked:
    """Run gsca in the small alliance."""
    assert repository.path.is_dir()
    return Asked(capsys)


@pytest.mark.parametrize(
    "words",
    [
        "validate",
        "validate data/cities --format json",
        "validate --strict --select stale-state",
        "report north",
        "report north --format csv --table steps",
        "report --at HEAD",
        "report north --since 2022-05",
        "report north --since HEAD~1",
        "list cities --step plan=in-progress",
        "show oslo",
        "show oslo --blame",
        "diff HEAD~1",
        "log oslo",
        "trend north",
        "trend north --recorded",
    ],
)
def test_a_second_run_says_the_same_without_running(ask: Asked, words: str) -> None:
    first = ask(*words.split())
    assert first[0] in {0, 1}
    assert first[1] or first[2]
    assert ask(*words.split()) == first
    assert ask.runs == 1


def write(path: str, text: str) -> Change:
    """Write a file anew."""

    def change(root: Path) -> None:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)

    return change


def in_place(root: Path) -> None:
    """Change a letter, and set the time of the file back to what it was."""
    file = root / "data/cities/oslo.yaml"
    before = file.stat()
    file.write_text(file.read_text().replace("Oslo", "Osla"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def git(root: Path, *words: str) -> None:
    """Run git as somebody."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", root, *who, *words], check=True)


def journal(root: Path) -> None:
    """Leave what an interrupted edit leaves."""
    places = backstage_of(root)
    places.folder.mkdir(exist_ok=True)
    places.journal.write_text("{}")


CHANGES: dict[str, tuple[str, Change]] = {
    "a value": ("validate", write("data/cities/oslo.yaml", "name: 1\n")),
    "a letter, with the old time": ("show oslo", in_place),
    "a new file": ("validate", write("data/cities/b.yaml", "name: B\n")),
    "a file less": ("validate", lambda root: (root / "data/cities/oslo.yaml").unlink()),
    "another name": (
        "list cities",
        lambda root: git(root, "mv", "data/cities/oslo.yaml", "data/cities/b.yaml"),
    ),
    "the settings": ("validate", write("gsca.yaml", "name: Other\n")),
    "a template": (
        "report north",
        write("templates/region.md.j2", "x"),
    ),
    "a link": (
        "validate",
        lambda root: (root / "data/cities/link.yaml").symlink_to(root / "gsca.yaml"),
    ),
    "a commit": (
        "report --at HEAD",
        lambda root: git(root, "commit", "--allow-empty", "-qam", "x"),
    ),
    "a branch": ("diff HEAD~1", lambda root: git(root, "checkout", "-qb", "b", "HEAD~1")),
    "what somebody is called": ("log oslo", write(".mailmap", "B <a@example.org>\n")),
    "what is checked out": (
        "validate",
        lambda root: git(root, "sparse-checkout", "set", "data"),
    ),
    "a tag": ("trend north --recorded", lambda root: git(root, "tag", "new")),
    "a variable": ("validate", lambda _: os.environ.update(NO_COLOR="1")),
    "the width": ("list cities", lambda _: os.environ.update(COLUMNS="40")),
    "the folder": ("list cities", lambda root: os.chdir(root / "data")),
    "an edit under way": ("validate", journal),
}


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test set what it likes in the environment, and the clock."""
    with monkeypatch.context():
        before = dict(os.environ)
        yield
        os.environ.clear()
        os.environ.update(before)


@pytest.mark.parametrize(("words", "change"), CHANGES.values(), ids=CHANGES)
@pytest.mark.usefixtures("day")
def test_whatever_a_run_depends_on_makes_it_run_anew(
    ask: Asked, repository: GitRepository, words: str, change: Change
) -> None:
    ask(*words.split())
    change(repository.path)
    ask(*words.split())
    assert ask.runs == 2


def test_every_day_is_a_question_of_its_own(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2024-06-01", "2024-06-02"):
        monkeypatch.setattr(time, "strftime", lambda _, day=day: day)
        ask("validate")
    assert ask.runs == 2


@pytest.mark.parametrize(
    "words",
    [
        "validate --no-such-option",
        "validate no/such/file",
        "show nobody",
        "report north -o north.md",
        "report north --output=north.md",
        "list cities -onorth.md",
        "report north --at HEAD@{0}",
        "diff HEAD@{20.seconds.ago}..HEAD",
        "explain overdue",
        "schema city",
        "fmt --check",
    ],
)
def test_what_may_be_otherwise_next_time_is_not_remembered(ask: Asked, words: str) -> None:
    first = ask(*words.split())
    assert ask(*words.split()) == first
    assert ask.runs == 2


def test_what_changed_a_moment_ago_is_not_remembered(
    ask: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "FRESH", 10**18)
    ask("validate")
    ask("validate")
    assert ask.runs == 2


def test_what_changes_while_it_is_read_is_not_remembered(repository: GitRepository) -> None:
    def run() -> int:
        repository.write({"data/cities/b.yaml": "name: B\n"})
        voice.say(voice.OUT, "all is well\n")
        return 0

    runs = [recalled(["validate"], run) for _ in range(2)]
    assert runs == [0, 0]
    assert not list((repository.path / ".git").rglob("answers/*"))


def test_nothing_is_written_beside_the_data(ask: Asked, repository: GitRepository) -> None:
    before = sorted(repository.path.iterdir())
    ask("validate")
    assert sorted(repository.path.iterdir()) == before
    assert repository.run("status", "--porcelain") == ""
    assert len(list((repository.path / ".git/gsca").rglob("answers/*"))) == 1


def test_without_git_the_cache_of_the_user_remembers(
    ask: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in FILES.items():
        file = tmp_path / "plain" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = ask("validate", "--root", str(tmp_path / "plain"))
    assert ask("validate", "--root", str(tmp_path / "plain")) == first
    assert ask.runs == 1
    assert {each.name for each in (tmp_path / "plain").iterdir()} == {"data", "gsca.yaml"}
    assert len(list((tmp_path / "cache/gsca").rglob("answers/*"))) == 1


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(
    ask: Asked, repository: GitRepository
) -> None:
    (repository.path / ".git/gsca").write_text("in the way")
    first = ask("validate")
    assert ask("validate") == first
    assert (first[0], ask.runs) == (0, 2)


def test_the_oldest_answers_are_forgotten(
    ask: Asked, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MOST_ANSWERS", 3)
    for day in range(1, 7):
        ask("list", "cities", "--today", f"2024-06-0{day}")
    assert len(list((repository.path / ".git/gsca").rglob("answers/*"))) == 3
    ask("list", "cities", "--today", "2024-06-06")
    assert ask.runs == 6


def test_an_answer_that_is_too_long_is_not_kept(
    ask: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MOST_BYTES", 10)
    ask("validate")
    ask("validate")
    assert ask.runs == 2


QUESTION = Question("nowhere", "key")


@given(st.data())
def test_a_broken_answer_is_no_answer(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "broken"
    question = Question(str(folder), "key")
    answers.keep(question, answers.Answer(1, [("stdout", "é\n"), ("stderr", "b")]))
    place = folder / "answers/key"
    content = place.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    broken = data.draw(
        st.sampled_from([content[:at], content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]])
    )
    place.write_bytes(broken)
    assert answers.find(question) is None
    place.write_bytes(content)
    found = answers.find(question)
    assert found
    assert (found.code, found.said) == (1, [("stdout", "é\n"), ("stderr", "b")])


def test_an_answer_is_found_without_loading_a_command(repository: GitRepository) -> None:
    code = (
        "import sys; sys.argv = ['gsca', 'validate']; "
        "from gsca_cli.snapshots import stamps; stamps.FRESH = -10**18; "
        "from gsca_cli.cli.start import main; code = main(); "
        "sys.stderr.write(' '.join(sys.modules)); sys.exit(code)"
    )
    # As a user has it: what gsca itself sets must be no part of the question.
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYDANTIC_DISABLE_PLUGINS", None)
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=repository.path,
            env=environment,
            check=True,
        )
        for _ in range(2)
    )
    assert first.stdout == second.stdout
    assert "pydantic" in first.stderr.split()
    loaded = set(second.stderr.split())
    assert not loaded & {"typer", "pydantic", "yaml", "rich", "jinja2", "pathlib", "dataclasses"}
    assert len({name for name in loaded if name.startswith("gsca_cli")}) == 13
