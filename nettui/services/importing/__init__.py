"""Bringing in what other programs know: incoming records, who is who, a plan, and the plan applied as one change."""
