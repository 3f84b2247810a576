"""Whether a sentence says something that a reader may ask a source for.

- `kinds`: a figure, a report of what somebody said or did, a watched name; the words are data,
  in `claim_words/`.
- `named_acts`: a name of the glossary, and what it did.
"""
