"""Looks for bytes that gsca does not survive: `.venv/bin/python tests/fuzz.py --seconds 60`.

Nothing collects this as a test. It changes the shipped records and the corpus at random, reads
each result with both YAML readers and checks it within a small alliance. What raises, takes longer
than a second, is reported without a place, or is read in two ways, is made shorter and written to
`tests/corpus/`, where it is tested from then on.
"""

import argparse
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
CORPUS: Final = ROOT / "tests" / "corpus"
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from hostile.promise import broken_promises  # noqa: E402 (found by the line above)
from small_alliance import TODAY, snapshot_of  # noqa: E402

from gsca_cli.checking import check  # noqa: E402
from gsca_cli.documents.document import Document  # noqa: E402
from gsca_cli.documents.events import libyaml_reader, ruamel_reader  # noqa: E402
from gsca_cli.documents.parse import parse  # noqa: E402

SLOW: Final = 1.0
"""Seconds of CPU that one small file may take."""
HANGS: Final = 10.0
"""Seconds of CPU after which it is given up."""
LARGEST: Final = 30_000
"""Bytes: small files show the same mistakes as large ones, and sooner."""
PATHS: Final = (
    *(f"data/{kind}/x.yaml" for kind in ("cities", "regions", "policies", "tracks", "sources")),
    *("data/programmes/x.yaml", "data/partners/x.yaml", "data/principles/x.yaml", "gsca.yaml"),
)
TOKENS: Final = tuple(
    token.encode("utf-8", errors="surrogatepass")
    for token in (
        *("\n", "\r\n", "\r", "\n\n", "  ", "    ", "\t", " ", "\0", "\x85", "\u2028", "\ufeff"),
        *(
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "?",
            ",",
            "[",
            "]",
            "{",
            "}",
            "[]",
            "{}",
            "#",
            " #",
            "|",
            ">",
        ),
        *(
            "|2-\n",
            ">+\n",
            "|\n\n ",
            "'",
            '"',
            "''",
            "\\",
            "\\n",
            "\\x85",
            "\\ud800",
            "\\U00110000",
        ),
        *("---\n", "...\n", "%YAML 1.1\n", "<<: ", "<<: {", "&a ", "*a", "!!str ", "! ", "!<x> "),
        *("null", "~", "true", "no", "0x1f", "0o17", "1e999", ".nan", "-.5", "1.", "1_000", "1:30"),
        *("9" * 30, "2020-13-45", "0001", "9999-12", "../2022", "2022/..", "2021-01/2020", "../.."),
        *("<25", "~33", "~1" + "0" * 400, "\u0301", "\u0315\u0300", "\u200d", "\u202e", "\ud800"),
        *("\u00e9", "\u52a0", "\U0001f44d", "\uff11", "\xff", "\U000e0041", "\ufffd", "A\u0301"),
        *("# gsca: allow ", " # gsca: allow missing-source because x\n", "#gsca:", " because "),
        *("<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "||||||| c\n", "a@a@a@", "+1 2 3 4 5 6 7"),
        *("name: ", "country: NO\n", "sources: [paper]\n", "sources:\n  - paper: [name]\n"),
        *("steps:\n", "  plan: completed\n", "policies: ", "open-data", "north", "inferred: "),
        *("variants:\n- at: name\n  value: ", "claims:\n- count: members\n  value: 1\n"),
        *("location: {lat: 59.9, lon: 10.7}\n", "regions: {north: {role: member}}\n"),
        *("aliases: [Oslo]\n", "former_ids: [x]\n", "notes: [x]\n", "checks: {", "statuses:\n"),
        *("http://a.b", "https://", "mailto:a@b.cc", "since: ", "until: ", "reviewed: "),
    )
)


class Fault(NamedTuple):
    """What goes wrong: a line that is the same for all inputs with that mistake, and more of it."""

    kind: str
    more: str = ""


class TooSlow(BaseException):
    """A run was given up; no `except Exception` may take it for a mistake of its own."""


def main() -> None:
    """Change, try and keep, until the time is over."""
    options = _options()
    _require_readers()
    random = Random(options.seed)  # noqa: S311 (chance, not secrecy)
    seeds = list(_seeds())
    known: set[str] = set()
    tried, end = 0, time.monotonic() + options.seconds
    while time.monotonic() < end:
        path, content = random.choice(PATHS), changed(random, seeds)
        tried += 1
        fault = fault_of(path, content)
        if fault and fault.kind not in known:
            known.add(fault.kind)
            content = shortest(path, content, fault)
            _say(f"{fault.kind}\n{path}: {content[:400]!r}\n{fault.more[:2000]}")
            if not options.dry:
                _keep(fault, content)
    _say(f"{tried:,} inputs tried, seed {options.seed}; {len(known)} faults")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Look for bytes that gsca does not survive.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--dry", action="store_true", help="keep nothing in the corpus")
    return parser.parse_args()


def _require_readers() -> None:
    """See to it that both readers are there: a lack of one is no fault of any content."""
    try:
        libyaml_reader()
        ruamel_reader()
    except ImportError as error:
        sys.exit(f"both YAML readers are needed ({error}): use the Python of .venv")


def _say(text: str) -> None:
    sys.stdout.write(f"{text.encode('ascii', 'backslashreplace').decode()}\n")
    sys.stdout.flush()


def _seeds() -> Iterator[bytes]:
    files = [*(ROOT / "data").rglob("*.yaml"), *CORPUS.glob("*.yaml"), ROOT / "gsca.yaml"]
    for file in sorted(files):
        if len(content := file.read_bytes()) <= LARGEST:
            yield content


def changed(random: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds after some changes, few more often than many."""
    content = random.choice(seeds)
    for _ in range(1 + int(random.expovariate(0.4))):
        content = random.choice(CHANGES)(random, content, seeds)
    return content[:LARGEST]


Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def _flip(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.randbytes(1) + content[at + 1 :]


def _insert(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(TOKENS) * random.choice((1, 1, 1, 2, 25)) + content[at:]


def _replace(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """A token in place of what stands behind a colon, a dash, a comma or a blank."""
    ends = [at + 1 for at, byte in enumerate(content) if byte in b":-, \n"] or [0]
    at = random.choice(ends)
    return content[:at] + random.choice(TOKENS) + content[at + random.randrange(12) :]


def _cut(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + content[at + random.randrange(40) :]


def _splice(random: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    other = random.choice(seeds)
    return content[: random.randrange(len(content) + 1)] + other[random.randrange(len(other) + 1) :]


def _repeat_lines(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    some = lines[at : at + random.randrange(1, 4)]
    return b"".join([*lines[:at], *some * random.choice((2, 2, 3, 200)), *lines[at:]])


def _move_line(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), b" " * random.randrange(4) + line)
    return b"".join(lines)


CHANGES: Final[Sequence[Change]] = (
    *(_flip, _insert, _insert, _replace, _replace),
    *(_cut, _splice, _repeat_lines, _move_line),
)


def fault_of(path: str, content: bytes) -> Fault | None:
    """What goes wrong with these bytes at a path."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    try:
        fault = _broken(path, content) or _disagreement(path, content)
    except TooSlow:
        return Fault("hang", f"over {HANGS:.0f} s of CPU")
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what we look for)
        where = traceback.extract_tb(error.__traceback__)[-1]
        return Fault(f"raises {type(error).__name__} in {where.name}", traceback.format_exc())
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - start
    return fault or (Fault("slow", f"{took:.1f} s of CPU") if took > SLOW else None)


def _broken(path: str, content: bytes) -> Fault | None:
    snapshot = snapshot_of({path: content})
    contents = {file.path: snapshot.read(file.path) for file in snapshot.files()}
    found = check(snapshot, TODAY)
    for finding in found.findings:
        for promise in broken_promises([finding], contents):
            return Fault(f"promise broken by {finding.code}, {promise.split(':')[0]}", promise)
    read = any(brief.path == path for brief in found.alliance.everything())
    if not read and not any(each.location.path == path for each in found.findings):
        return Fault("silent, neither read nor refused")
    return None


def _disagreement(path: str, content: bytes) -> Fault | None:
    fast, slow = parse(path, content, libyaml_reader()), parse(path, content, ruamel_reader())
    if isinstance(fast, Document) != isinstance(slow, Document):
        who, refusal = ("libyaml", fast) if isinstance(fast, list) else ("ruamel.yaml", slow)
        why = refusal[0].message if isinstance(refusal, list) else ""
        return Fault(f"refused by {who} alone, {why}", str(refusal))
    if isinstance(fast, Document) and fast != slow:
        return Fault("read in two ways", f"{fast}\n{slow}")
    return None


def shortest(path: str, content: bytes, fault: Fault) -> bytes:
    """A shorter content with the same fault, found by leaving out parts while that goes well."""
    if fault.kind in {"hang", "slow"}:
        return content
    size = len(content) // 2
    while size:
        at = 0
        while at < len(content):
            shorter = content[:at] + content[at + size :]
            found = fault_of(path, shorter)
            if found and found.kind == fault.kind:
                content = shorter
            else:
                at += size
        size //= 2
    return content


def _keep(fault: Fault, content: bytes) -> None:
    kind = "-".join(re.findall("[a-z]+", fault.kind.lower())[:4])
    name = f"{kind}-{sha256(content).hexdigest()[:8]}.yaml"
    (CORPUS / name).write_bytes(content)
    _say(f"kept as tests/corpus/{name}")


def _give_up(_: int, __: FrameType | None) -> None:
    raise TooSlow


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, _give_up)
    main()
