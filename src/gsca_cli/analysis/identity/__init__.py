"""Which records, files and words of two alliances are the same, though called otherwise."""
