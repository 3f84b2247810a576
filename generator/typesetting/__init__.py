"""From a compiled briefing to a PDF.

    manuscript   what is handed in: a briefing, its library, the content of its pages
    html         a page's content HTML as a tree
    setting      what a page's content is read with
    blocks       the tree as nodes that the templates read, with inline, lists, tables, figures,
                 listings, pictures
    records      judgements, forecasts, corrections; source_list has the sources
    document     all parts in their order, from front and chapters
    legible      every string in characters that the fonts have
    compile      Typst, in a process of its own

The templates are in `templates/pdf/`. All text reaches them as strings in one JSON file; none of
it is ever markup.
"""
