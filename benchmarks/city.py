"""One made-up city: the file that a person might have written."""

from collections.abc import Iterator
from random import Random

from benchmarks.ground import POLICIES, PROGRAMMES, SOURCES, STEPS
from benchmarks.places import place
from benchmarks.spelling import latin, local

_NOTES = (
    "Adopted by the city council, with 34 votes to 11.",
    "A draft is out for comments, which close in spring.",
    "It waits for the budget of the region.",
    "The first review found gaps in the northern districts.",
    "Tried in three quarters first, then in the whole city.",
)


def path(number: int) -> str:
    """Where the file of a city stands: in the folder of its country."""
    country = place(number, 0, 0)[0].code.lower()
    return f"data/cities/{country}/{latin(number)}.yaml"


def text(number: int, seed: int, age: int = 0) -> str:
    """The file of a city, as it was before its last changes: as many as `age` says."""
    chance = Random(f"{seed}:{number}")
    return "".join(f"{line}\n" for line in _lines(chance, number, age))


def _lines(chance: Random, number: int, age: int) -> Iterator[str]:
    country, lat, lon = place(number, chance.randrange(100), chance.randrange(100))
    name = latin(number).capitalize()
    yield f"# {name}: kept by the secretariat of its region."
    yield "name:"
    yield f"  en: {name}"
    yield f"  {country.language}: {local(number, country.language)}"
    yield f"country: '{country.code}'"
    yield f"subdivision: {country.code}-{chance.randrange(10, 100)}"
    yield f"location: {{lat: {lat:.4f}, lon: {lon:.4f}}}"
    people = chance.randrange(20_000, 9_000_000) - 137 * age
    yield f"population: {{value: {people}, as_of: 2020}}  # from the last count"
    if chance.random() < 0.3:
        yield "programmes:"
        yield f"  {chance.choice(PROGRAMMES)}: {{joined: {_month(chance, 2016)}}}"
    yield "regions:"
    cohort = chance.choice(("first", "second"))
    yield f"  {country.region}: {{role: member, cohort: {cohort}, joined: {_month(chance, 2016)}}}"
    yield from _progress(chance, age)
    if chance.random() < 0.4:
        yield "notes:"
        yield f"  - date: {_month(chance, 2021)}"
        yield f"    text: {chance.choice(_NOTES)}"
    yield "sources:"
    for source in sorted(chance.sample(SOURCES, chance.randint(1, 3))):
        yield f"  - {source}"


def _progress(chance: Random, age: int) -> Iterator[str]:
    """The selections and the steps, of the city or of each selection by itself."""
    each_by_itself = chance.random() < 0.15
    yield "policies:"
    for policy in chance.sample(POLICIES, chance.randint(1, 3)):
        yield f"  {policy}:"
        yield f"    since: {_month(chance, 2017)}"
        if chance.random() < 0.5:
            yield f"    note: {chance.choice(_NOTES)}"
            yield f"    sources: [{chance.choice(SOURCES)}]"
        if each_by_itself:
            yield "    steps:"
            yield from (f"      {line}" for line in _steps(chance, age))
    if not each_by_itself:
        yield "# The minutes have the votes."
        yield "steps:"
        yield from (f"  {line}" for line in _steps(chance, age))


def _steps(chance: Random, age: int) -> Iterator[str]:
    """Some steps that are done, one that is under way, the rest to do."""
    done = max(chance.randint(0, len(STEPS)) - age, 0)
    for rung, step in enumerate(STEPS):
        month, source = _month(chance, 2018 + rung), chance.choice(SOURCES)
        if rung < done:
            yield f"{step}: {{status: completed, since: {month}, sources: [{source}]}}"
        elif rung == done:
            yield f"{step}:"
            yield "  status: in-progress"
            yield f"  note: {chance.choice(_NOTES)}"
        else:
            yield f"{step}: to-be-developed"


def _month(chance: Random, year: int) -> str:
    """A month of a year; a day would be a date to some readers of YAML, and a text to others."""
    return f"{year}-{chance.randrange(1, 13):02}"
