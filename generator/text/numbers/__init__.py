"""The numbers and days of a sentence, and whether the sources that it cites have them.

Reading a text: `reading` finds all its numbers, as `records`.

- `numerals`, `wording`: figures and number words.
- `quantities`: amounts with their units; `vocabulary` has the words for these.
- `days`, `shapes_of_days`: dates, whole or in part.

Comparing it with its sources: `comparing` tells which numbers no source bears out.

- `source_numbers`: gathers what a source has, as `evidence`; `by_source` does it once for each.
- `calendar`: the dates among it. `tolerance`: how far apart two numbers may be.
- `values_in`: whether a text has a value that a note gives.
"""
