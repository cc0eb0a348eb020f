"""Parts of the first step: what joins, parts or frees lines before they become blocks."""
