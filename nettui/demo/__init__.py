"""The sample network of invented people."""
