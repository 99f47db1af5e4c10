"""What lists and screens are made from, worked out once from whole tables and remembered between runs."""
