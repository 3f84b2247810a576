"""Pure functions on text. What belongs together is a package; each opens with a tour of its files.

- `locate/`: where a quotation stands in a source, by a strict ladder.
- `claims/`: whether a sentence says something that a reader may ask a source for.
- `numbers/`: the numbers and days of a sentence, and whether its sources have them.
- `likelihood/`: words and numbers for how likely something is.
- `attribution/`: whose reporting a text says that it passes on.
- `naming/`: names in running text, whole, abbreviated or misspelt.
- `dates/`: dates as they are curated, printed, shortened and paraphrased.

The other files stand alone: letters and words, addresses, Markdown, strict YAML, paragraphs.
"""
