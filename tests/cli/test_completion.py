"""gsca completion, in the shells themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.completing.shells import Terminal, fish, is_there
from gsca import Gsca
from small_alliance import FILES

from gsca_cli.cli.app import main
from gsca_cli.cli.commands.completion import Shell


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small alliance in a folder whose name has a blank in it."""
    root = tmp_path_factory.mktemp("shells") / "an alliance"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    folder = Path(__file__).parents[2] / "src" / "gsca_cli" / "cli" / "completing"
    return {shell: (folder / f"gsca.{shell}").read_text() for shell in Shell}


@pytest.fixture(scope="module", params=["bash", "zsh"])
def terminal(
    request: pytest.FixtureRequest,
    folder: Path,
    scripts: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Terminal]:
    """A shell with a person at it."""
    if not is_there(request.param):
        pytest.skip(f"needs {request.param}")
    home = tmp_path_factory.mktemp("home")
    with Terminal(request.param, scripts[request.param], home, folder) as opened:
        yield opened


LINES = {
    "gsca va": "gsca validate ",
    "gsca set os": "gsca set oslo ",
    "gsca set oslo,": "gsca set oslo,",
    "gsca set oslo steps.pl": "gsca set oslo steps.plan",
    "gsca set oslo steps.plan.si": "gsca set oslo steps.plan.since=",
    "gsca set oslo steps.plan=comp": "gsca set oslo steps.plan=completed ",
    "gsca set oslo steps.plan=": "gsca set oslo steps.plan=",
    "gsca set oslo steps.plan.since=2022 sources+=pa": (
        "gsca set oslo steps.plan.since=2022 sources+=paper "
    ),
    "gsca show city/o": "gsca show city/oslo ",
    "gsca list --format=js": "gsca list --format=json ",
    "gsca list --format js": "gsca list --format json ",
    "gsca list cities --step plan=comp": "gsca list cities --step plan=completed ",
    "gsca validate data/ci": "gsca validate data/cities/",
    "gsca show --root=da": "gsca show --root=data/",
    "gsca list cities --output=gs": "gsca list cities --output=gsca.yaml ",
    "gsca set nobody ": "gsca set nobody ",
    "cd data && gsca show os": "cd data && gsca show oslo ",
}


@pytest.mark.parametrize("line", LINES)
def test_tab_completes_a_line(terminal: Terminal, line: str) -> None:
    assert terminal.tab(line) == LINES[line]


def test_tab_within_quotes_puts_no_blank_into_the_id(terminal: Terminal) -> None:
    assert terminal.tab("gsca set 'os").removesuffix(" ").removesuffix("'") == "gsca set 'oslo"


def test_several_words_are_shown(terminal: Terminal) -> None:
    shown = terminal.offers("gsca set oslo steps.plan=")
    for word in ("completed", "in-progress", "to-be-developed", "unknown"):
        assert word in shown


def test_zsh_says_what_a_command_is_for(
    folder: Path, scripts: dict[str, str], tmp_path: Path
) -> None:
    if not is_there("zsh"):
        pytest.skip("needs zsh")
    with Terminal("zsh", scripts["zsh"], tmp_path, folder) as terminal:
        assert re.search("report +-- Report on a region", terminal.offers("gsca "))


@pytest.mark.skipif(not is_there("fish"), reason="needs fish")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gsca va", {"validate": "Check every record, and say where each mistake is."}),
        ("gsca set os", {"oslo": "city"}),
        ("gsca set oslo steps.", {"steps.letter=": "Letter", "steps.plan=": "Plan"}),
        ("gsca set oslo steps.plan=comp", {"steps.plan=completed": "completed"}),
        ("gsca set oslo sources+=p", {"sources+=paper": ""}),
        ("gsca list --format=js", {"--format=json": ""}),
        ("gsca validate data/ci", {"data/cities/": ""}),
        ("gsca show --root=da", {"--root=data/": ""}),
        ("gsca show --root da", {"data/": ""}),
        ("gsca set nobody ", {}),
    ],
)
def test_fish_offers_words_with_what_they_mean(
    folder: Path, scripts: dict[str, str], tmp_path: Path, line: str, words: dict[str, str]
) -> None:
    assert dict(fish(scripts["fish"], line, tmp_path, folder)) == words


@pytest.mark.parametrize("shell", Shell)
def test_the_script_is_printed_as_it_is_tested(
    shell: Shell, scripts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    assert capsys.readouterr() == (scripts[shell], "")


def test_another_shell_is_wrong_usage(small: Gsca, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "tcsh" in capsys.readouterr().err
    assert not (small.root / ".gsca").exists()
