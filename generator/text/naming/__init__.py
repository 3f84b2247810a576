"""Names in running text: of actors, of terms.

- `finder`: the longest known name at each place.
- `near`: what is nearly a known name, by a letter, a capital or a space.
- `abbreviating`: whether a name is the short form of another, and what a text spells out;
  words that need no spelling out are data, `known_abbreviations.txt`.
"""
