"""`manifest.json`: what a site was made of, every file of it, and how that is read again.

`inputs` finds what goes into a site, `packages` what shapes its bytes, `making` writes the file,
`form` is its form, `files` hashes a folder, whoever it comes from.
"""

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
