"""Standfirst, a compiler for sourced briefings.

A project goes through stages, each a folder with one entry function:

    project   = load_project(workspace)            # mkdocs.yml, read without the engine
    library   = load_library(workspace)            # sources/*.md, the curated articles
    briefings = load_briefing, pages, parse_page   # authored Markdown, or assembled from notes
    findings  = run_checks(...)                    # what the sources do not bear out
    site      = site_pages(build)                  # what MkDocs is asked to write
    files     = exporters()                        # PDF and data beside the site

`generator.build.compile_project` runs the first four and is read next. Everything below it is pure
but for the `Workspace` it is given.
"""
