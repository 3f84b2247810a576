"""Editions: what they held, what differs between two states of a briefing, the file they stand in.

`compare` says what changed between two compiled states; `held` is what an edition keeps of it; and
`lock` reads and writes `editions.lock`, from which alone readers are told, with or without git.
"""
