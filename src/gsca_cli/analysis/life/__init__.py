"""The life of one record: what each commit did to it, and who gave each value."""
