"""Photographs of the practice's own: taken in, turned, cut, pointed at and put into words; `page` is what is shown."""
