"""A git repository in a folder of its own, the same on every machine and at every hour."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Self

import pytest

MOMENT = "2024-01-01T00:00:00+00:00"


class GitRepository:
    """A new repository whose branch is `main`; author, dates and settings are fixed."""

    def __init__(self, path: Path, *options: str) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.run("init", "--quiet", "--template=", "--initial-branch=main", *options)

    def copied(self, path: Path) -> Self:
        """The same repository in another folder: cheaper than to make it again."""
        shutil.copytree(self.path, path)
        other = copy(self)
        other.path = path
        return other

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files into the work tree; None removes one."""
        for path, content in files.items():
            file = self.path / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, message: str = "Change", date: str = MOMENT) -> str:
        """Commit all that changed; the id of the commit."""
        self.run("add", "--all")
        self.run("commit", "--quiet", "--allow-empty", f"--message={message}", date=date)
        return self.run("rev-parse", "HEAD")

    def run(self, *words: str, given: bytes = b"", date: str = MOMENT) -> str:
        """What a command of git says, which must go well."""
        done = self.attempt(*words, given=given, date=date)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return os.fsdecode(done.stdout.strip())

    def attempt(
        self, *words: str, given: bytes = b"", date: str = MOMENT
    ) -> subprocess.CompletedProcess[bytes]:
        """A command of git that may fail."""
        return subprocess.run(
            ["git", *words],
            cwd=self.path,
            env=_environment(date),
            input=given,
            capture_output=True,
            check=False,
            timeout=60,
        )


def _environment(date: str) -> dict[str, str]:
    who = {
        f"GIT_{part}_{name}": value
        for part in ("AUTHOR", "COMMITTER")
        for name, value in {"NAME": "Somebody", "EMAIL": "mail@example.org", "DATE": date}.items()
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {"PATH": os.environ["PATH"], "LC_ALL": "C", **who, **alone}


def use_no_settings(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Keep the settings of whoever runs the tests from what gsca asks git."""
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
