"""Two alliances, and what changed from the one to the other."""
