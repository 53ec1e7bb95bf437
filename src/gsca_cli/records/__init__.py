"""What the data means: frozen models, one for each kind of record."""
