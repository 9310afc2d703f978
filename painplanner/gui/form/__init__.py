"""What forms of every page stand on: a subject that proposes edits to its session, and rows that show one part each.

Not here: which rows a form has, and what they change; that is the business of its page.
"""
