"""Use cases as functions over the store, the documents and the core; no window and no argument parsing lives here."""
