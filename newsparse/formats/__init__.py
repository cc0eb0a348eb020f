"""Ways out: an article as plain data, and in the formats of other tools."""
