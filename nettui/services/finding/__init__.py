"""Finding as one types: filter lines, read leniently, answered from folded texts that are kept at hand."""
