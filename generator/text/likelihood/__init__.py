"""Words and numbers for how likely something is, in a desk's own sentences.

- `bands`: the words of a profile, which band each stands for, and how it is printed.
- `terms`: those words in running text, and the numbers that stand beside them.
- `percentages`, `probabilities`: numbers that can be probabilities, and those that are.
- `weasels`, `abilities`: `may` and `could` where they judge without saying how likely, and where
  they tell of a right or an ability instead.
- `judged`: which sentences state the desk's own judgement.
- `reported`: which words are somebody else's; its verbs are data, `reported.toml`.
"""
