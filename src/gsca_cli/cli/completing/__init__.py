"""What may stand where somebody presses Tab, found without loading what commands need."""
