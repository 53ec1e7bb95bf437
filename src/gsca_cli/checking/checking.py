"""Everything in a snapshot, read and checked."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.link import link
from gsca_cli.alliance.settings import Settings
from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.checking.no_record import (
    no_settings,
    not_a_file,
    stray_file,
    unreadable_file,
)
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.outcomes import Given, outcomes
from gsca_cli.checking.reader import Reader, shared
from gsca_cli.checking.readers import Readers
from gsca_cli.checking.source import (
    WORTH_REMEMBERING,
    Files,
    RememberedFiles,
    Remembering,
    Unread,
)
from gsca_cli.checks.allow import allow, unused_allowance
from gsca_cli.checks.check import Context
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.checks.run import judge, survey
from gsca_cli.errors import NoDataError
from gsca_cli.findings import Allowed, Finding
from gsca_cli.kinds import Kind
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.repository import (
    DATA,
    MARKER,
    RecordPath,
    Stray,
    holds_data,
    holds_records,
    identify,
    is_hidden,
)
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile

if TYPE_CHECKING:
    from gsca_cli.alliance.brief import Brief
    from gsca_cli.documents.comments import Allowance

CODES: Final = frozenset(check.code for check in ALL_CHECKS)
"""The codes of all checks: only what they find can be allowed, or set in `gsca.yaml`."""
NO_SETTINGS = Settings(Texts({ANY_LANGUAGE: "the alliance"}))
"""What holds while `gsca.yaml` cannot be read."""
Watch = Callable[[int, int], None]
"""Is told how many files are done, and how many there are in all."""


class Checked(NamedTuple):
    """What a snapshot holds, and what is wrong with it: by file, the most important first.

    `files` are the paths of all that was looked at, `allowed` the findings that a comment allows,
    `others` what there is beside the records, as the templates.
    """

    alliance: Alliance
    findings: Sequence[Finding]
    files: Sequence[str] = ()
    allowed: Sequence[Allowed] = ()
    others: Sequence[StoredFile] = ()

    @property
    def read(self) -> dict[str, int]:
        """How many records of each kind were read, and how many could not be."""
        counts = {
            str(kind) if len(briefs) == 1 else kind.plural: len(briefs)
            for kind, briefs in self.alliance.briefs.items()
            if kind is not Kind.ALLIANCE
        }
        return {**counts, "left out": len(self.alliance.left_out)}


def check(
    snapshot: Snapshot,
    today: date,
    *,
    may_be_empty: bool = False,
    watch: Watch | None = None,
    memory: Remembering | None = None,
) -> Checked:
    """Read everything and check it; a broken file hides no other.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    checking = _Checking(snapshot, _beginning(today), memory, looks=True)
    files = snapshot.files()
    paths = [file.path for file in files]
    records = checking.records_among(files, may_be_empty=may_be_empty)
    others = [file for file in files if not holds_records(file.path)]
    # There may be two hundred thousand of them, and their paths say all that is still asked for.
    del files
    alliance = checking.read_all(records, watch)
    checking.findings += survey(paths, checking.context)
    checking.findings += judge(alliance, checking.context)
    findings, allowed = checking.heard()
    besides = {file.path for file in others}
    looked_at = [path for path in paths if path not in besides]
    return Checked(alliance, findings, looked_at, allowed, others)


def unchecked(
    snapshot: Snapshot,
    today: date,
    *,
    may_be_empty: bool = False,
    watch: Watch | None = None,
    memory: Remembering | None = None,
) -> Alliance:
    """The alliance alone, for whoever asks for no findings: half the work.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    checking = _Checking(snapshot, _beginning(today), memory, looks=False)
    records = checking.records_among(snapshot.files(), may_be_empty=may_be_empty)
    return checking.read_all(records, watch)


def _beginning(today: date) -> Context:
    """What holds until the settings are read."""
    return Context(NO_SETTINGS, today, settings_known=False, codes=CODES)


class _Checking:
    """Collects what the files of one snapshot give; `looks` if the checks look at each.

    `ground` is git's id of the settings, once they are known and something is remembered.
    """

    def __init__(
        self, snapshot: Snapshot, context: Context, memory: Remembering | None, *, looks: bool
    ) -> None:
        self.snapshot = snapshot
        self.context = context
        self.memory = memory
        self.looks = looks
        self.ground = ""
        self.findings: list[Finding] = []
        self.briefs: list[Brief] = []
        self.left_out: list[RecordPath] = []
        self.allowances: list[Allowance] = []

    def records_among(self, files: Sequence[StoredFile], *, may_be_empty: bool) -> list[str]:
        """The paths at which a record should stand, in the order in which they are to be read.

        Raises:
            NoDataError: there is not one record, and there must be.
        """
        records = [file for file in files if holds_records(file.path)]
        some = any(holds_data(file.path) and not is_hidden(file.path) for file in records)
        if not some and not may_be_empty:
            message = (
                f"there is no data: no file stands under {DATA}/; "
                "`gsca new source ID` makes the first record"
            )
            raise NoDataError(message)
        if not any(file.path == MARKER for file in records):
            self.findings.append(no_settings())
        self.findings += (not_a_file(file) for file in records if file.nature is not Nature.FILE)
        paths = [file.path for file in records if file.nature is Nature.FILE]
        # What the whole alliance shares comes first: the checks of the others depend on it. A key
        # of both would be a tuple for each of them.
        return sorted(sorted(paths), key=MARKER.__ne__)

    def read_all(self, paths: Sequence[str], watch: Watch | None) -> Alliance:
        """Read every file, and link what was read."""
        with closing(self._outcomes(paths)) as given:
            for done, (place, outcome) in enumerate(given):
                if watch:
                    watch(done, len(paths))
                self._keep(place, outcome)
        if watch:
            watch(len(paths), len(paths))
        return link(self.snapshot, self.context.settings, self.briefs, self.left_out)

    def _outcomes(self, paths: Sequence[str]) -> Generator[Given, None, None]:
        """What the files give, that of the settings first if there is one."""
        places = self._places(paths)
        if MARKER in paths[:1]:
            place = next(places)
            yield place, self._settings(place)
        with self._source(len(paths)) as source, self._readers(source) as readers:
            yield from outcomes(places, len(paths), source, readers)

    def _places(self, paths: Iterable[str]) -> Iterator[RecordPath]:
        """Where a record stands; what cannot be one is found meanwhile."""
        for path in paths:
            place = identify(path)
            if isinstance(place, Stray):
                self.findings.append(stray_file(place))
            else:
                yield place

    def _settings(self, place: RecordPath) -> Outcome:
        """What the alliance shares; from now on, the checks know of it."""
        try:
            unread = Unread(place, self.snapshot.read(place.path))
        except OSError as error:
            return Outcome(None, (unreadable_file(place.path, error),))
        if settings := shared(unread):
            self.context = self.context._replace(settings=settings, settings_known=True)
            if self.memory:
                self.ground = blob_id(unread.content, SHA1)
        (outcome,) = Reader(self.context, looks=self.looks).read([unread])
        return outcome

    @contextmanager
    def _source(self, number: int) -> Iterator[Files | RememberedFiles]:
        """Where the outcomes of so many files come from."""
        # What depends on settings that nobody knows is not kept.
        known = self.ground or not self.looks
        if self.memory is None or not known or number < WORTH_REMEMBERING:
            yield Files(self.snapshot)
            return
        # Where nobody looks, what was found when somebody did is no harm.
        grounds = [self.ground] if self.looks else [*filter(None, [self.ground]), ""]
        with self.memory() as memory:
            source = RememberedFiles(self.snapshot, memory, grounds, self.context.today)
            with closing(source):
                yield source

    def _readers(self, source: Files | RememberedFiles) -> Readers:
        # What is kept is packed.
        packs = isinstance(source, RememberedFiles)
        return Readers(self.context, looks=self.looks, packs=packs)

    def _keep(self, place: RecordPath, outcome: Outcome) -> None:
        self.findings += outcome.found(self.context.today)
        self.allowances += outcome.allowances
        if outcome.brief is None:
            self.left_out.append(place)
        else:
            self.briefs.append(outcome.brief)

    def heard(self) -> tuple[list[Finding], list[Allowed]]:
        """What remains once the comments that allow a finding have had their say, and the rest."""
        found = sorted(self.findings, key=attrgetter("rank"))
        kept, allowed, unused = allow(found, self.allowances)
        # What could not be read may be what a comment is needed for.
        if not self.left_out:
            suggestions = Suggestions()
            kept += [unused_allowance(each, CODES, suggestions) for each in unused]
        return sorted(kept, key=attrgetter("rank")), allowed
