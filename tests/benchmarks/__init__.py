"""Speed, as ratios within one run: `python -m tests.benchmarks.linear`, `python -m tests.benchmarks.speed`."""
