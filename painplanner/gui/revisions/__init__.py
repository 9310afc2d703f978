"""What changed between versions of a plan, as pages and panels show it."""
