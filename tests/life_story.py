"""The life of one city in a repository: forward and back, three names, two branches, two breaks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from git_repository import GitRepository
from small_alliance import FILES

CITY: Final = (
    "name: Oslo\n"
    "country: 'NO'\n"
    "regions:\n"
    "  north: {role: member, cohort: first, joined: 2021}\n"
    "policies:\n"
    "  open-data:\n"
    "steps:\n"
    "  letter: LETTER\n"
    "\n"
    "  # where the work is\n"
    "  plan: PLAN\n"
    "sources: [paper]\n"
)
STATUSES: Final = (
    "statuses:\n"
    "  - {id: completed, name: completed, symbol: c, class: done}\n"
    "  - {id: in-progress, name: in progress, symbol: i, class: active}\n"
    "  - {id: planned, name: planned, symbol: p, class: pending}\n"
    "  - {id: unknown, name: unknown, symbol: u, class: unknown}\n"
)
SIGNED: Final = "{status: completed, since: 2021-05}"
BEGUN: Final = "{status: in-progress, since: 2022-05}"
DONE: Final = "{status: completed, since: 2022-06, evidence: [https://example.org/plan]}"
LATER: Final = "{status: to-be-developed, since: 2022-12}"
AGAIN: Final = "{status: in-progress, since: 2022-12}"
REWRITTEN: Final = (
    "former_ids:\n"
    "  - kristiania\n"
    "sources:\n"
    "  - paper\n"
    "steps:\n"
    "  plan:\n"
    "    since: 2022-05\n"
    "    status: in-progress\n"
    "  letter:\n"
    "    since: 2021-05\n"
    "    status: completed\n"
    "policies: {open-data: {}}\n"
    "regions:\n"
    "  north:\n"
    "    joined: 2021\n"
    "    cohort: first\n"
    "    role: member\n"
    'country: "NO"\n'
    'name: "Oslo"\n'
)

FIRST: Final = "data/cities/christiania.yaml"
SECOND: Final = "data/cities/kristiania.yaml"
LAST: Final = "data/cities/oslo.yaml"


def city(letter: str = SIGNED, plan: str = BEGUN, more: str = "former_ids: [kristiania]\n") -> str:
    """What the city says, with two of its steps and something more."""
    return CITY.replace("LETTER", letter).replace("PLAN", plan) + more


class Story:
    """A repository whose commits are made by Ana and Ben, each on a day of its own."""

    def __init__(self, path: Path) -> None:
        self.repository = GitRepository(path)
        self.run = self.repository.run
        files = {path: text for path, text in FILES.items() if path != LAST}
        self.commit("Ana", "2021-01-01", "Begin", files)

    def commit(self, author: str, day: str, subject: str, files: Mapping[str, str | None]) -> str:
        """Write some files, and commit them in somebody's name; the id of the commit."""
        self.repository.write(files)
        self.run("add", "--all")
        whose = f"--author={author} <{author}@example.org>"
        self.run("commit", "--quiet", whose, f"--message={subject}", date=f"{day}T12:00:00+00:00")
        return self.run("rev-parse", "HEAD")

    def merge(self, author: str, day: str, subject: str, text: str | None = None) -> str:
        """Merge the branch `side`, the city as git makes it, or as somebody writes it by hand."""
        options = ["--no-commit", "--no-ff"] + (["--strategy=ours"] if text else [])
        self.run("merge", "--quiet", *options, "side")
        return self.commit(author, day, subject, {LAST: text} if text else {})

    def side(self, at: str = "main") -> None:
        """Begin the branch `side`."""
        self.run("checkout", "--quiet", "-B", "side", at)

    def main(self) -> None:
        """Go back to the branch `main`."""
        self.run("checkout", "--quiet", "main")


def tell(path: Path) -> Story:
    """The whole story, up to what is not committed yet."""
    story = Story(path)
    _first_names(story)
    _branches(story)
    _breaks(story)
    story.repository.write(
        {LAST: _city_of_late().replace("policies:", "subdivision: NO-03\npolicies:")}
    )
    return story


def _first_names(story: Story) -> None:
    story.commit("Ana", "2021-03-01", "Add a city", {FIRST: city("in-progress", "unknown", "")})
    story.commit("Ana", "2021-06-01", "The letter is signed", {FIRST: city(SIGNED, "unknown", "")})
    plain = city(SIGNED, "unknown", "").replace("Oslo", '"Oslo"')
    story.commit("Ben", "2021-07-01", "Put the name in quotes", {FIRST: plain})
    story.commit("Ben", "2022-05-10", "The plan is begun", {FIRST: city(more="")})
    story.commit("Ana", "2022-06-14", "The plan is done", {FIRST: city(plan=DONE, more="")})
    story.run("revert", "--no-edit", "HEAD", date="2022-06-20T12:00:00+00:00")
    story.run("mv", FIRST, SECOND)
    story.commit("Ben", "2022-07-01", "Spell it with a K", {})
    story.commit("Ana", "2022-08-01", "Call it Oslo", {SECOND: None, LAST: REWRITTEN})
    story.commit("Ben", "2022-09-01", "Drop it", {LAST: None})
    story.commit("Ana", "2022-10-01", "It is back", {LAST: city()})


def _branches(story: Story) -> None:
    story.side()
    story.commit("Ben", "2022-11-01", "Done again", {LAST: city(plan=DONE)})
    story.main()
    dug = city().replace("open-data:\n", "open-data:\n  dig-once:\n")
    story.commit("Ana", "2022-11-02", "Dig once", {LAST: dug})
    story.merge("Ana", "2022-11-03", "Merge what Ben did")
    story.side()
    story.commit("Ben", "2022-12-01", "Not before next year", {LAST: _dug(LATER)})
    story.main()
    story.commit("Ana", "2022-12-02", "Still at work", {LAST: _dug(AGAIN)})
    by_hand = _dug(LATER) + "population: {value: 700000, as_of: 2022}\n"
    story.merge("Ana", "2022-12-03", "Settle it with Ben", by_hand)


def _breaks(story: Story) -> None:
    text = _dug(LATER) + "population: {value: 700000, as_of: 2022}\n"
    nameless = text.replace("name:", "mayor:") + "motto: Y\n"
    story.commit("Ben", "2023-01-10", "Lose its name", {LAST: nameless})
    story.commit("Ben", "2023-01-11", "Take that back", {LAST: text})
    settings = FILES["gsca.yaml"] + STATUSES
    files: dict[str, str | None] = {"gsca.yaml": settings, LAST: _city_of_late()}
    story.commit("Ana", "2023-02-01", "Use our own statuses", files)


def _dug(plan: str) -> str:
    return city(plan=plan).replace("open-data:\n", "open-data:\n  dig-once:\n")


def _city_of_late() -> str:
    plan = LATER.replace("to-be-developed", "planned")
    return _dug(plan) + "population: {value: 700000, as_of: 2022}\n"
