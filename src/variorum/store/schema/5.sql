-- The files in which the documents stand, by which a later run knows again what it meets.

CREATE TABLE input (                                 -- one file that was read, in the last run or in an earlier one
    n INTEGER PRIMARY KEY,
    file TEXT NOT NULL,                              -- the path of its document, or what precedes "#" in those of records
    name TEXT NOT NULL, given TEXT NOT NULL,         -- its path within the folder given, and as the user gave it
    place TEXT NOT NULL,                             -- a digest of where it lay on the disk
    documents TEXT NOT NULL                          -- JSON: for each document what follows `file` in its path, and its id
);
