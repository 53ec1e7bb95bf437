"""The rules of the data: one rule, one file."""
