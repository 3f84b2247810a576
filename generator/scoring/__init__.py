"""How good forecasts were: scores of single forecasts, and the track record of a desk.

    measures       numbers to numbers: Brier, log score, skill, Murphy's three parts, calibration
    track_record   the forecasts of briefings to what is counted and what is shown beside it

Scores are computed from numbers that were published, never from a likelihood word alone.
"""
