"""What README and the other pages claim."""

import re
from pathlib import Path
from shlex import split

import pytest
from git_repository import use_no_settings
from gsca import ROOT, Gsca
from render.gfm import tables
from scripted_history import scripted_history
from story import tell

from gsca_cli.cli.findings_output import FindingsFormat
from gsca_cli.cli.known_commands import COMMANDS

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "LICENSE-DATA.md",
    "docs/architecture.md",
    "docs/founding.md",
    "docs/validating.md",
    "docs/editing.md",
    "docs/editors.md",
    "docs/time.md",
    "docs/changes.md",
    "docs/trend.md",
    "docs/merging.md",
    "docs/terminal.md",
    "docs/performance.md",
    "docs/scale.md",
)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_shows_the_real_report(shipped: Gsca) -> None:
    readme = page("README.md")
    command = re.search(r"output of\n`python3 dev\.py (report .*)`:", readme)
    assert command
    report = shipped.out(*command[1].split())
    shown = readme[readme.index("## Policies") : readme.index("The footnotes and sources")].strip()
    assert shown in report
    assert tables(shown) == tables(report)[:2]


def test_the_readme_fits_a_screen_and_names_every_command() -> None:
    readme = page("README.md")
    assert len(readme.splitlines()) < 80
    for command in COMMANDS:
        assert f"`gsca {command}" in readme


def test_every_link_to_a_file_leads_somewhere() -> None:
    for name in PAGES:
        folder = (ROOT / name).parent
        for target in re.findall(r"\]\(([^)#:]+)\)", page(name)):
            assert (folder / target).exists(), f"{name}: {target}"


def test_every_module_that_the_map_names_exists() -> None:
    text = page("docs/architecture.md")
    for name in re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", text):
        assert (ROOT / "src" / "gsca_cli" / name).exists() or (ROOT / name).exists(), name
    for folder in (ROOT / "src" / "gsca_cli").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert f"`{folder.name}/`" in text


def test_the_changelog_counts_what_is_shipped() -> None:
    text = " ".join(page("CHANGELOG.md").split())
    for kind in ("cities", "policies", "principles", "regions", "partners", "tracks"):
        number = len(list((ROOT / "data" / kind).glob("*.yaml")))
        assert f"{number} {kind}" in text


@pytest.fixture
def past(small: Gsca, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gsca:
    """Run gsca on a small alliance that has a history."""
    use_no_settings(monkeypatch, small.root / "home")
    return Gsca(capsys, scripted_history(small.root / "history").path, today="")


@pytest.fixture
def story(small: Gsca, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gsca:
    """Run gsca on a small alliance in which things move."""
    use_no_settings(monkeypatch, small.root / "home")
    return Gsca(capsys, tell(small.root / "story").path, today="")


@pytest.fixture
def empty(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Gsca:
    """Run gsca in a folder that holds nothing yet."""
    return Gsca(capsys, tmp_path, today="2022-09-01")


@pytest.mark.parametrize(
    ("name", "alliance"),
    [
        ("founding.md", "empty"),
        ("validating.md", "small"),
        ("editing.md", "small"),
        ("editors.md", "small"),
        ("trend.md", "small"),
        ("time.md", "past"),
        ("changes.md", "story"),
    ],
)
def test_a_page_shows_what_really_happens(
    request: pytest.FixtureRequest, name: str, alliance: str
) -> None:
    small: Gsca = request.getfixturevalue(alliance)
    path = ROOT / "docs" / name
    text = path.read_text("utf-8")

    def happen(block: re.Match[str]) -> str:
        """Write the file that a block shows, or put what a command says below the command."""
        kind, file, inside = block.groups()
        if file:
            (small.root / file).parent.mkdir(parents=True, exist_ok=True)
            (small.root / file).write_text(inside, "utf-8")
        if kind != "console":
            return block[0]
        command = inside.splitlines()[0]
        words = split(command.removeprefix("$ gsca "))
        ran = small(
            *[str(small.root / word) if word.startswith("data/") else word for word in words]
        )
        return f"```console\n{command}\n{ran.out}{ran.err}```\n"

    real = re.sub(r"```(\w+)(?: (\S+))?\n(.*?)```\n", happen, text, flags=re.DOTALL)
    if request.config.getoption("--update-golden"):
        path.write_bytes(real.encode())
    assert text == real, f"docs/{name} differs; --update-golden writes it anew"


def test_the_page_on_validating_names_every_format_option_and_exit_code() -> None:
    text = page("docs/validating.md")
    for form in FindingsFormat:
        assert f"`{form}`" in text
    for option in (
        "--select",
        "--ignore",
        "--max-findings",
        "--changed-since",
        "--stdin",
        "--as",
        "--at",
    ):
        assert re.search(rf"`{option}[` ]", text)
    assert re.findall(r"^\| (\d) \|", text, re.MULTILINE) == ["0", "1", "2", "3"]
