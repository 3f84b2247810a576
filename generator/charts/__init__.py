"""From data to a scene of lines, rectangles, dots and words, drawn alike by site and PDF."""
