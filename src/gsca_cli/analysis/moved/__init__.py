"""What moved since a moment: by the recorded dates, or from one snapshot to another."""
