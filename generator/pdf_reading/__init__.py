"""Text out of PDFs: `extract` has pdfium read the lines of each page, `layout` makes of them the
paragraphs that a reader sees.

pdfium is native code that reads what strangers wrote. It runs in `worker`, a process of its own
with limits of time and memory: should it hang or crash, one document is refused and no more.
"""
