"""Who may do what, tried for everybody: at the handlers, and at the queries without them."""
