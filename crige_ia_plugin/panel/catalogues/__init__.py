"""The catalogues themselves: how they are, which are on, where they come from."""
