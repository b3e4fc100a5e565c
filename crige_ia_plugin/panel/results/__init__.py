"""The list of what was found: cards, their model, how they are painted, what stands above them."""
