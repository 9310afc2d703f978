"""One module (or folder) per screen or tab; pages never import one another."""
