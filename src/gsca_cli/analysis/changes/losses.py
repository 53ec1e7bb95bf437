"""What goes with a record that is deleted."""

from gsca_cli.analysis.changes.change import Lost
from gsca_cli.analysis.changes.sides import Sides, status_in
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.record import Record


def lost_with(sides: Sides, record: Record) -> Lost | None:
    """What a city had that counts, by name; of other records, what names them is told instead."""
    if not isinstance(record, City):
        return None
    stands = {
        key: each
        for key, each in record.policies.items()
        if each.chosen == "yes" and not each.until
    }
    steps = {**record.steps}
    for selection in stands.values():
        steps |= {key: each for key, each in selection.steps.items() if key not in steps}
    return Lost(
        tuple(sides.named(Kind.POLICY, key) for key in stands),
        tuple(
            sides.step(key)
            for key, state in steps.items()
            if status_in(sides.before, state).cls == "done"
        ),
        (
            *(
                sides.named(Kind.REGION, key)
                for key, each in record.regions.items()
                if not each.left
            ),
            *(sides.named(Kind.PROGRAMME, key) for key in record.programmes),
        ),
    )
