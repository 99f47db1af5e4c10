"""The desk of recommendations: those I wrote and those I hold, their drafts, and how to begin one."""
