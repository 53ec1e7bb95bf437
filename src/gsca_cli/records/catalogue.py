"""Which model reads which kind of record."""

from collections.abc import Mapping

from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.partner import Partner
from gsca_cli.records.policy import Policy
from gsca_cli.records.principle import Principle
from gsca_cli.records.programme import Programme
from gsca_cli.records.record import Record
from gsca_cli.records.region import Region
from gsca_cli.records.settings import Settings
from gsca_cli.records.source import Source
from gsca_cli.records.track import Track

MODELS: Mapping[Kind, type[Record]] = {
    Kind.CITY: City,
    Kind.REGION: Region,
    Kind.POLICY: Policy,
    Kind.PRINCIPLE: Principle,
    Kind.TRACK: Track,
    Kind.PROGRAMME: Programme,
    Kind.PARTNER: Partner,
    Kind.SOURCE: Source,
    Kind.ALLIANCE: Settings,
}
