"""Dates: a year, a month or a day, never filled in.

- `curated`: as curators write them, `2026-02-09`, and as readers see them.
- `short`: as charts and tables show them, `9 Feb 2026`.
- `printed`: as articles print them, read only where they cannot be mistaken.
- `relative`: words that mean another day to each reader, such as `yesterday`.
"""
