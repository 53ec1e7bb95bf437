"""What gsca has answered before, word for word, while nothing that it depends on has changed."""
