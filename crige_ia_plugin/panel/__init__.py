"""What the user sees of the resource centre: dock, search, facets, results, detail, locator, options."""
