"""The commands, beside the window: each reads its arguments, calls one use case and prints what it did."""
