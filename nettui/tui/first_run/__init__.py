"""The first start: three questions, and how to begin."""
