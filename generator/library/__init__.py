"""The library of curated articles on disk: `load` reads it, `front_matter` writes a source."""
