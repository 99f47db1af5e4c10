"""The network in one TinyDB file, and its twin in memory."""
