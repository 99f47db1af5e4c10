"""The registry of commands, from which bindings, key bar, palette, help page and the README's table follow."""
