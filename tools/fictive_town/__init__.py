"""Villeneuve-la-Fictive: the made-up town of the embedded sample."""
