"""The command line: commands, tables, JSON."""
