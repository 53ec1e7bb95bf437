"""What README and the other pages claim."""

import re

from gsca import ROOT, Gsca
from render.gfm import tables

from gsca_cli.cli.app import COMMANDS


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_shows_the_real_report(shipped: Gsca) -> None:
    readme = page("README.md")
    command = re.search(r"output of\n`python3 dev\.py (report .*)`:", readme)
    assert command
    report = shipped.out(*command[1].split())
    shown = readme[readme.index("## Policies") : readme.index("The footnotes [a]")].strip()
    assert shown in report
    assert tables(shown) == tables(report)[:2]


def test_the_readme_fits_a_screen_and_names_every_command() -> None:
    readme = page("README.md")
    assert len(readme.splitlines()) < 80
    for command in COMMANDS:
        assert f"`gsca {command}" in readme


def test_every_link_to_a_file_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "LICENSE-DATA.md", "docs/architecture.md"):
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
