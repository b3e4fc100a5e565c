"""Roads: the algorithms of the toolbox group of that name."""
