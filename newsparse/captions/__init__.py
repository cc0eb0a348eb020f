"""Captions and credits: which lines have a credit, where it begins, whom it names."""
