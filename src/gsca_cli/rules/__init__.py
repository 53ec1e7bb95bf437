"""What every code means, why it matters, and how to cure it."""
