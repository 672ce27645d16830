"""What was read and found: lines of JSON, tables for a terminal, annotations, pages, calendars.

Each stands in a module of its own, to be imported by those who ask for it: what they need takes a
while to load.
"""
