"""What `gsca fix` makes of a mistake: does the file say again what it said before?"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from mistakes.fields import Form
from mistakes.misspelling import garbled
from mistakes.mistake import Mistake
from mistakes.specimens import Specimen
from mistakes.trial import TODAY, Bench

from gsca_cli.checking import Checked
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.mending import mended
from gsca_cli.editing.trial import proven
from gsca_cli.findings import Route

_ACCENTED: Final = "São Tomé"


class Result(StrEnum):
    """What became of a mistake."""

    LEFT = "left"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True)
class Mending:
    """The result, how many findings can be mended, how many were, and the files after it."""

    result: Result = Result.LEFT
    promised: int = 0
    done: int = 0
    contents: Mapping[str, bytes | None] = field(default_factory=dict)


def mending(bench: Bench, checked: Checked, specimen: Specimen, mistake: Mistake) -> Mending:
    """Run `gsca fix` on the whole alliance with a mistake in it."""
    if not any(finding.mend for finding in checked.findings):
        return Mending()
    snapshot = bench.snapshot(mistake.changes)
    proved = proven(snapshot, checked.alliance, checked.findings)
    promised = sum(finding.mend is not None for finding in proved)
    made = mended(snapshot, checked, list, TODAY)
    if not made.changes:
        return Mending(promised=promised)
    contents = {**mistake.changes, **{change.path: change.after for change in made.changes}}
    right = all(
        repr(_data(path, content)) == repr(_meant(bench, specimen, mistake, path))
        for path, content in contents.items()
    )
    result = Result.RIGHT if right else Result.WRONG
    return Mending(result, promised, len(made.done), contents)


def _meant(bench: Bench, specimen: Specimen, mistake: Mistake, path: str) -> Any:
    """What a file said before, or what of that the mistake has left in it."""
    content = mistake.changes.get(path)
    if path != specimen.path or content is None:
        return _data(path, bench.files.get(path))
    text = content.decode("utf-8", errors="replace")
    if garbled(_ACCENTED) in text:
        return _data(path, text.replace(garbled(_ACCENTED), _ACCENTED).encode())
    made, data = parse(path, content), specimen.sheet.data
    if isinstance(made, Document) and specimen.route in made.places:
        left = _left_by(specimen.field.form, made.value(specimen.route))
        return data if left is None else _with(data, specimen.route, left)
    return data


def _left_by(form: Form, value: Any) -> Any:
    """What a wrong type has left: one item of a list, or a text without its language."""
    match form, value:
        case Form.LIST, str():
            return [value]
        case Form.TEXTS, [text]:
            return text
    return None


def _with(data: Any, route: Route, value: Any) -> Any:
    """Data with another value at a route."""
    *above, last = route
    data = deepcopy(data)
    holder = data
    for part in above:
        holder = holder[part]
    holder[last] = value
    return data


def _data(path: str, content: bytes | None) -> Any:
    found = None if content is None else parse(path, content)
    return found.data if isinstance(found, Document) else found
