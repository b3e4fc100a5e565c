"""Shared scripts as algorithms: what Processing shows, what the script is given, what becomes of what it writes."""
