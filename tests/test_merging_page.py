"""What the page on merging shows: each step of it, done with git in a repository of its own."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from git_repository import GitRepository
from gsca import ROOT
from small_alliance import FILES

PAGE = ROOT / "docs/merging.md"
GSCA = f"{shlex.quote(Path(sys.executable).as_posix())} -m gsca_cli "


class Story:
    """A repository in which the blocks of the page happen one after another."""

    def __init__(self, path: Path) -> None:
        self.repository = GitRepository(path)
        self.repository.write(FILES)

    def happen(self, block: re.Match[str]) -> str:
        """Do what a block shows, or put what a command says below the command."""
        kind, place, inside = block.groups()
        if place:
            self.write(place, inside)
        elif kind == "sh":
            for line in inside.splitlines():
                self.repository.run(*shlex.split(line.replace("gsca merge", f"{GSCA}merge"))[1:])
        elif kind == "console":
            command = inside.splitlines()[0]
            said = self.said(shlex.split(command.removeprefix("$ ")))
            return f"```console\n{command}\n{said}```\n"
        return block[0]

    def write(self, place: str, text: str) -> None:
        """Commit a file: on `main`, or on a new branch that begins where it was made."""
        branch, _, path = place.rpartition(":")
        if branch not in {"", "main"}:
            self.repository.run("checkout", "--quiet", "-b", branch, "before")
        self.repository.write({path: text})
        self.repository.commit()
        self.repository.run("checkout", "--quiet", "main")
        if not branch:
            self.repository.run("tag", "--force", "before")

    def said(self, words: list[str]) -> str:
        if words[0] == "cat":
            return (self.repository.path / words[1]).read_text("utf-8")
        done = self.repository.attempt(*words[1:])
        return (done.stdout + done.stderr).decode()


def test_the_page_on_merging_shows_what_really_happens(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = PAGE.read_text("utf-8")
    story = Story(tmp_path / "alliance")
    real = re.sub(r"```(\w+)(?: (\S+))?\n(.*?)```\n", story.happen, text, flags=re.DOTALL)
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(real.encode())
    assert text == real, "docs/merging.md differs; --update-golden writes it anew"
    assert story.repository.run("status", "--short") == "UU data/cities/bergen.yaml"
