"""Which reports are one utterance, in all its versions; and, called as a function, the whole walk.

`variorum.collate(paths, *, store=None, settings=None, parts=None, progress=None) -> Edition` reads the documents
at these paths (files, folders, globs), annotates, collates and judges them: see `variorum.pipeline.collate`. The
modules of this package recognise people and occasions across documents, group attributions into statements, set
their readings side by side, and find the passages that documents share.
"""
