"""The clinical idea as pure values and functions: no clock, files, windows, logging or locale live here."""
