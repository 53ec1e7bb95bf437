"""What the figures were taken on."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from benchmarks.cases import AJV

LIBRARIES: Final = (
    "gsca-cli",
    "PyYAML",
    "pydantic",
    "typer",
    "check-jsonschema",
    "yamllint",
    "duckdb",
)


def machine() -> Mapping[str, str]:
    """The processors, the memory and the system."""
    cores = os.cpu_count() or 1
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**3
    return {
        "machine": f"{_processor()}, {cores} cores, {memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
    }


def versions() -> Mapping[str, str]:
    """What is installed, of all that is measured."""
    own = {name: found for name in LIBRARIES if (found := _installed(name))}
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True)  # noqa: S607
    ajv = AJV.parents[1] / "ajv-cli/package.json"
    if ajv.exists():
        own["ajv-cli"] = json.loads(ajv.read_text("utf-8"))["version"]
    return {"Python": platform.python_version(), "git": git.stdout.split()[2], **own}


def _processor() -> str:
    """The model, where Linux says it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.processor())


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
