"""Every check, in a list that can be read."""

from gsca_cli.checks import (
    claim_mismatch,
    contradicting_states,
    dates_out_of_order,
    duplicate_id,
    future_date,
    impossible_coordinates,
    malformed_id,
    missing_language,
    missing_source,
    subdivision_mismatch,
    unknown_reference,
    unknown_route,
)
from gsca_cli.checks.check import Check

ALL_CHECKS: tuple[Check, ...] = (
    malformed_id.CHECK,
    duplicate_id.CHECK,
    unknown_reference.CHECK,
    unknown_route.CHECK,
    missing_source.CHECK,
    missing_language.CHECK,
    impossible_coordinates.CHECK,
    subdivision_mismatch.CHECK,
    dates_out_of_order.CHECK,
    future_date.CHECK,
    contradicting_states.CHECK,
    claim_mismatch.CHECK,
)
