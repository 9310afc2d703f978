"""List models that keep the selection when their rows change."""
