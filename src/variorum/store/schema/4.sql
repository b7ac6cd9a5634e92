-- What parts have made of excerpts of the edition, so that a later run need not make it again.

CREATE TABLE memory (
    key    TEXT PRIMARY KEY,                         -- a digest of the part, its code and settings, and the excerpt
    result BLOB NOT NULL                             -- JSON, compressed by zlib; a document's siglum stands as a mark
);
