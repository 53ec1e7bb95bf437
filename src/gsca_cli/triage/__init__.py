"""Which of the findings are shown, what is said of them all, and what became of them."""
