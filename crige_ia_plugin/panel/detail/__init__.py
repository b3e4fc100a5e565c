"""The card of one resource: what is said, and how it is shown."""
