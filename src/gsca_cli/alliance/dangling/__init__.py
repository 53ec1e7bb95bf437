"""References that lead nowhere, and what to say of them."""
