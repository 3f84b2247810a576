"""From the rows of a data file to what a chart block shows: its scenes and its data table.

`options` is what an author may ask for, `faults` says what cannot be drawn, `drawing` makes the
scenes, one for each panel, and `data_table` the numbers beside them.
"""
