"""Documents and records, linked into one alliance."""
