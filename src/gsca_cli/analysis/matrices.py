"""The two matrices of a region by themselves, with the footnotes that they need."""

from dataclasses import dataclass

from gsca_cli.alliance.brief import RegionBrief
from gsca_cli.analysis.edition import Edition, Ending, Named
from gsca_cli.analysis.matrix import PolicyMatrix, StepsMatrix, policy_matrix, steps_matrix
from gsca_cli.kinds import Kind


@dataclass(frozen=True, slots=True)
class Matrices:
    """Cities by policies, and cities by steps; what is new in them is marked since a moment."""

    region: Named
    policies: PolicyMatrix
    steps: StepsMatrix | None
    since: str
    ending: Ending


def matrices(edition: Edition, brief: RegionBrief) -> Matrices:
    """The figures of the two tables of a region."""
    return Matrices(
        edition.named(Kind.REGION, brief.id),
        policy_matrix(edition, brief),
        steps_matrix(edition, brief),
        edition.wish.moment,
        edition.ending(),
    )
