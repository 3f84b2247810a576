"""Where the words of a quotation stand in a source. Start with `ladder`: it decides.

What `ladder` uses, in the order in which a quotation meets it:

- `edits`: reads what the author declares to have changed (ellipses, brackets) as segments.
- `normalise`: the key of a text, without its typography, and the way back.
- `alignment`: where the segments stand, in order and near enough to each other.
- `edges`: never begins or ends inside a word or a number.
- `likeness`: whether what the key dropped matters.
- `hidden`, `negation`: an ellipsis must not hide a `not` or a figure.
- `nearest`: where nothing is found, the passage to suggest.
"""
