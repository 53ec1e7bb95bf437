"""What reading the files can report: no check, so no comment and no setting changes it."""

from collections.abc import Mapping

from gsca_cli.findings import Severity
from gsca_cli.rules.reading_files import FILES
from gsca_cli.rules.reading_records import RECORDS
from gsca_cli.rules.reading_yaml import YAML

READING: Mapping[str, tuple[Severity, str]] = dict(sorted({**FILES, **YAML, **RECORDS}.items()))
"""Every code of reading, with its severity and its text, written as a check's docstring is."""
