"""Words typed to calls to exit codes."""
