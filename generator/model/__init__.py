"""The records that the stages hand on, in the field's own terms. All are frozen.

Read `source`, then `briefing` and `page`, then `diagnostic`. `build` is what it all becomes.
"""
