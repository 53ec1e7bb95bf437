"""The table of mistakes, as Markdown: `docs/mistakes.md`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from mistakes.fields import Field
from mistakes.kinds import MISTAKES, SLIPS, Make
from mistakes.mending import Result
from mistakes.reasons import REASONS, reason_for
from mistakes.specimens import Specimen
from mistakes.trial import TODAY
from mistakes.verdict import Outcome, Verdict

from gsca_cli.findings import Severity
from gsca_cli.snapshots.repository import DATA

Trials = Mapping[tuple[str, Field], Sequence[Outcome]]
"""What came of each kind of mistake in each field."""

_CELLS: Final = {
    Verdict.FULL: "✓",
    Verdict.NO_CURE: "cure",
    Verdict.ELSEWHERE: "caret",
    Verdict.NEITHER: "both",
}

_INTRO: Final = f"""\
# Mistakes

What does `gsca validate` catch? This page is the answer, made by a test that runs
(`tests/mistakes/`). It takes every field of every kind of record and makes every kind of mistake
that applies to it, one at a time, in a real file of this repository. Then the whole alliance is
checked as it would be on {TODAY}, and three questions are asked of each mistake:

- Is it **caught**: is there a finding that was not there before? (Before, there is none.)
- Does the **caret** stand on it: does the finding point at the very letters that are wrong? What is
  missing must be reported at the key of what should hold it, or at the top of the file; what stands
  twice, where it stands the second time; what is exchanged, at one of the two or at the key above.
- Does the hint hold the **cure**: the right spelling, for what is misspelt; the place where it
  stood before, for what stands twice; which ids there are, for an id of something else; the name of
  what is missing; the form, the type or the limit that a value must have, for the rest?

Free texts have no right spelling, and numbers have none; so a typo in them is not tried.

Then `gsca fix` is run. **Mended** counts the mistakes after which the file says again what it said
before. Where the mistake itself has lost something (one source in place of a list of three), it
says what is left, in the right form. No mistake is mended into something else: the rest is left to
a person.

## In all

"""

_MEANING: Final = """\
The mistakes are made like this:

- *dropped*: the entry is deleted. *Duplicated*: it stands twice. For a file: it is deleted, or
  copied into another folder.
- *typo in the key*, *in the value*: two neighbouring letters are exchanged, those nearest to the
  middle; of a date or a colour the last digit is left out, of a link `https` is misspelt.
- *another kind's id*: an id that exists, but is that of something else.
- *wrong type*: a list where a text is, a text where a list or a map is, a list of ids for a map,
  quotes around a number, `yes` for `true`.
- *swapped*: two fields that stand beside each other, and are easily taken for each other, have each
  other's value. Such a pair is tried from both sides.
- *out of range*: latitude 95, longitude 185, the month 13, the day 32, a negative number, 250
  percent, the country `ZZ`, a subdivision, a language or a colour that does not exist.
- *in the future*: two digits of the year are exchanged, as in 2201 for 2021. Only `due` and the
  dates of meetings may lie ahead.
- *mojibake*: UTF-8 that was read as Latin-1, as in `SÃ£o TomÃ©`; a file that was saved as Latin-1.
- *emptied*: the key stands without a value. *Capitals*: the key or the word begins with a capital,
  a code has small letters. *Full-width*: letters and digits as an input method for Japanese writes
  them. *Comma*: a decimal comma, or commas between thousands. *Curly quotes*: those of a word
  processor around a value.
- *tab*, *no-break space*: one stands where a space was. *Indentation*: the line begins with one
  space too many.

In the tables below,

- `✓` is caught, with the caret on it and the cure in the hint;
- `cure` is caught, with the caret on it, but the hint does not hold the cure;
- `caret` is caught, and the hint holds the cure, but the caret stands elsewhere;
- `both` is caught, but the caret stands elsewhere and the hint does not hold the cure;
- `✗` is missed, for the reason of that number [at the end of the page](#missed);
- `–` does not apply.

Where several mistakes of one kind were tried in a field, the cell shows the worst. The column
*record* says in which file of `data/` the field was tried: the first that has it. Where it has a
`+`, no shipped record has the field (or not in that form), and a right value was put into this one
first. A map with keys of one's own is written `policies.<id>`, the items of a list `sources[]`.

What any record may carry is one part of every model, and is tried once, in the first record that
has it; `sources`, which not every kind needs, for every kind. A text by language is read by one
type wherever it stands: its languages are tried once for every kind.

"""


def page(trials: Trials, specimens: Mapping[Field, Specimen]) -> str:
    """All of it."""
    parts = [_INTRO, *_totals(trials), "\n", _MEANING]
    for title, group in groupby(specimens, key=lambda field: field.kind):
        fields = list(group)
        parts.append(f"## {str(title or 'any record').capitalize()}\n\n")
        for kinds in (MISTAKES, SLIPS):
            parts += [*_table(trials, specimens, fields, kinds), "\n"]
    return "".join([*parts, *_misses(trials)])


def _totals(trials: Trials) -> Iterator[str]:
    """A row for each kind of mistake, and one for all."""
    names = ["mistake", "tried", "caught", "as an error", "caret on it", "cure in the hint", "all"]
    names += ["missed", "mended"]
    yield _row(names)
    yield _row(["---", *["---:"] * (len(names) - 1)])
    everything: list[Outcome] = []
    for name in (*MISTAKES, *SLIPS):
        found = [outcome for (kind, _), each in trials.items() if kind == name for outcome in each]
        everything += found
        yield _row([name, *_numbers(found)])
    yield _row(["**in all**", *_numbers(everything)])


def _numbers(outcomes: Sequence[Outcome]) -> Iterator[str]:
    count = Counter(outcome.verdict for outcome in outcomes)
    missed, full = count[Verdict.MISSED], count[Verdict.FULL]
    errors = sum(outcome.severity is Severity.ERROR for outcome in outcomes)
    on_it, cured = full + count[Verdict.NO_CURE], full + count[Verdict.ELSEWHERE]
    mended = sum(outcome.mending.result is Result.RIGHT for outcome in outcomes)
    caught = len(outcomes) - missed
    for number in (len(outcomes), caught, errors, on_it, cured, full, missed, mended):
        yield f"{number:,}"


def _table(
    trials: Trials,
    specimens: Mapping[Field, Specimen],
    fields: Sequence[Field],
    kinds: Mapping[str, Make],
) -> Iterator[str]:
    yield _row(["field", *kinds, "record"])
    yield _row(["---"] * (len(kinds) + 2))
    for field in fields:
        label = f"`{field.label}`" if field.pattern else field.label
        cells = [_cell(trials, name, field) for name in kinds]
        specimen = specimens[field]
        path = specimen.path.removeprefix(f"{DATA}/").rpartition(".")[0]
        yield _row([label, *cells, f"{path}{'' if specimen.shipped else ' +'}"])


def _cell(trials: Trials, name: str, field: Field) -> str:
    outcomes = trials[name, field]
    if not outcomes:
        return "–"
    worst = min((outcome.verdict for outcome in outcomes), key=list(Verdict).index)
    return _CELLS.get(worst) or f"✗ {reason_for(name, field.name) or '?'}"


def _misses(trials: Trials) -> Iterator[str]:
    """Every miss, under its reason."""
    yield "## Missed\n"
    missed = [
        (reason_for(name, field.name), name, field.name)
        for (name, field), outcomes in trials.items()
        if any(outcome.verdict is Verdict.MISSED for outcome in outcomes)
    ]
    for number, reason in enumerate(REASONS, 1):
        yield f"\n{number}. {reason.text}\n"
        for name in reason.mistakes:
            fields = [
                f"`{field}`" for found, kind, field in missed if (found, kind) == (number, name)
            ]
            yield f"    - *{name}* ({len(fields)}): {', '.join(fields)}\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
