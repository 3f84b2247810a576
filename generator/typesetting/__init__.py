"""From a compiled briefing to a PDF.

    content HTML → html → blocks → document → legible → compile

`html` reads a page's content into a tree. `blocks`, `inline`, `tables` and `figures` turn the
tree into nodes: dictionaries that the Typst templates of `templates/pdf/` read. `records` adds
judgements, forecasts, sources and corrections, `document` puts all in order, `legible` sees to it
that the fonts have every character, and `compile` runs Typst in a process of its own.

All text reaches Typst as strings in one JSON file. None of it is ever markup.
"""
