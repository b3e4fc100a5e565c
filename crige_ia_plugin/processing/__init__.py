"""The Processing provider and its algorithms: wrappers without computation."""
