"""What is wrong with what somebody wrote, in plain words, and what to write instead."""
