"""Pure functions on text: locate a quotation, number paragraphs, escape for Markdown, read YAML."""
