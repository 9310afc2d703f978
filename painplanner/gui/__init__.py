"""The window: everything that shows a plan or takes a key. Only this room imports Qt."""
