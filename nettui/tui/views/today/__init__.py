"""The Today view."""
