"""One module per version of the tables, named for what it brings; never changed once a release carried it."""
