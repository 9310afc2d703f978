"""What the numbers say of a plan: where measures stand, what checkpoints come to, and what changed since when.

Everything here is worked out from values on a day that is given; deciding is an edit (`core.edits.deciding`).
"""
