"""The history of a project, read through the `git` program without obeying the repository.

A stranger's `.git/config` can name programs that git runs even for `git log`. So git never sees
it: it works in a private, empty directory of our own, which borrows nothing of the repository but
its objects and its references. See `borrowed`.
"""
