"""Whose reporting a text says that it passes on: `the Financial Times reports`.

- `outlets`: finds the outlets that a text names so.
- `phrases`: how each language says it, out of the data in `attributions/`.
"""
