"""What narrows a search: facets with their counts, chips of what is on."""
