"""The practice on disk, encrypted: values in and values out; nothing outside knows that there are rows."""
