"""One module an external format: bytes to neutral records with problems, and records to text. No store in sight."""
