"""Coverage-guided fuzzing: `python -m tests.fuzz --seconds 600` (extra `fuzz`)."""
