-- The edition as tables. Begin with the views at the end: who_said_what, versions, conflicts_shown, problems.
--
-- Every row of the edition has a `key`, unique in the whole file; `owner` is the key of the row that it
-- belongs to and `n` its place there. Ids (`id`, `doc`, `speaker` ...) are those of edition.json. Offsets are
-- code points, [start, stop): substr(text, start + 1, stop - start) quotes the words.

CREATE TABLE run (                                   -- one row for each time that something was added
    number   INTEGER PRIMARY KEY,
    manifest TEXT NOT NULL                           -- JSON: version, parts, settings, inputs, problems
);
CREATE TABLE raw (                                   -- the bytes of the inputs, as they were read
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE document (
    key INTEGER PRIMARY KEY, n INTEGER,              -- n is NULL once a newer version has taken its place
    id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL, siglum TEXT NOT NULL,
    title TEXT, outlet TEXT, byline TEXT, published TEXT, language TEXT,
    superseded INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE region (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    doc TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL
);
CREATE TABLE problem (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    "where" TEXT NOT NULL, what TEXT NOT NULL
);
CREATE TABLE annotation (                            -- what was found in one document by itself, as JSON
    doc TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    made_by TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (doc, made_by)
) WITHOUT ROWID;

CREATE TABLE span (                                  -- the words meant by a part of some row
    owner INTEGER NOT NULL, part TEXT NOT NULL, n INTEGER NOT NULL,
    doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    PRIMARY KEY (owner, part, n)
) WITHOUT ROWID;
CREATE TABLE item (                                  -- names and ids that some row lists, in groups
    owner INTEGER NOT NULL, part TEXT NOT NULL, grouped INTEGER NOT NULL, n INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (owner, part, grouped, n)
) WITHOUT ROWID;
CREATE TABLE reason (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL, n INTEGER NOT NULL,
    feature TEXT NOT NULL, text TEXT NOT NULL, score REAL NOT NULL
);

CREATE TABLE dated (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    edtf TEXT NOT NULL, is_relative INTEGER NOT NULL
);
CREATE TABLE actor (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL
);
CREATE TABLE mention (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, kind TEXT NOT NULL
);
CREATE TABLE occasion (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, place TEXT, date TEXT
);
CREATE TABLE stated (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES occasion (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT, place TEXT
);
CREATE TABLE attribution (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    speaker TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
    mode TEXT NOT NULL, polarity TEXT NOT NULL,
    parent TEXT REFERENCES attribution (id) DEFERRABLE INITIALLY DEFERRED,
    occasion TEXT REFERENCES occasion (id) DEFERRABLE INITIALLY DEFERRED,
    confidence REAL NOT NULL
);
CREATE TABLE hop (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES attribution (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    actor TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
    attribution TEXT REFERENCES attribution (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE statement (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
    speaker TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
    occasion TEXT REFERENCES occasion (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE reading (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    id TEXT NOT NULL,
    witness TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE cell (                                  -- the apparatus: words of one reading in one column; NULL is a gap
    owner INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE,
    n INTEGER NOT NULL, place INTEGER NOT NULL,      -- column, and place of the reading in it
    doc TEXT, start INTEGER, stop INTEGER,
    PRIMARY KEY (owner, n, place)
) WITHOUT ROWID;
CREATE TABLE relation (
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    a TEXT NOT NULL, b TEXT NOT NULL, relation TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE conflict (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, severity TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE reuse (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    a_doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, a_start INTEGER NOT NULL, a_stop INTEGER NOT NULL,
    b_doc TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, b_start INTEGER NOT NULL, b_stop INTEGER NOT NULL,
    kind TEXT NOT NULL, direction TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE line (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE timeline (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    date TEXT, what TEXT NOT NULL,
    occasion TEXT REFERENCES occasion (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX region_owner ON region (owner);
CREATE INDEX problem_owner ON problem (owner);
CREATE INDEX reason_owner ON reason (owner);
CREATE INDEX mention_owner ON mention (owner);
CREATE INDEX stated_owner ON stated (owner);
CREATE INDEX hop_owner ON hop (owner);
CREATE INDEX reading_owner ON reading (owner);
CREATE INDEX relation_owner ON relation (owner);

CREATE VIEW words AS                                 -- every span with its exact words
    SELECT s.owner, s.part, s.n, d.siglum, d.path, s.doc, s.start, s.stop,
           substr(d.text, s.start + 1, s.stop - s.start) AS words
    FROM span s JOIN document d ON d.id = s.doc;

CREATE VIEW who_said_what AS                         -- one row for each attribution
    SELECT d.siglum, d.path, a.id AS attribution,
           coalesce(x.name, 'nobody named') AS speaker,
           (SELECT group_concat(w.words, ' … ') FROM words w WHERE w.owner = a.key AND w.part = 'cue') AS cue,
           (SELECT group_concat(w.words, ' … ') FROM words w WHERE w.owner = a.key AND w.part = 'content') AS words,
           a.mode, a.polarity, a.parent, o.label AS occasion, a.confidence
    FROM attribution a
    JOIN document d ON d.id = a.doc
    LEFT JOIN actor x ON x.id = a.speaker
    LEFT JOIN occasion o ON o.id = a.occasion
    ORDER BY d.n, (SELECT min(start) FROM span WHERE owner = a.key AND part = 'content');

CREATE VIEW versions AS                              -- one row for each reading of each statement
    SELECT s.id AS statement, s.label, coalesce(x.name, 'nobody named') AS speaker, d.siglum, d.path, r.id AS reading,
           (SELECT group_concat(w.words, ' … ') FROM words w WHERE w.owner = r.key AND w.part = 'spans') AS words
    FROM statement s
    JOIN reading r ON r.owner = s.key
    JOIN document d ON d.id = r.witness
    LEFT JOIN actor x ON x.id = s.speaker
    ORDER BY s.n, r.n;

CREATE VIEW conflicts_shown AS                       -- one row for each place that a conflict is about
    SELECT c.id AS conflict, c.kind, c.severity, c.confidence, c.label, w.siglum, w.path, w.words,
           (SELECT group_concat(r.text, ' ') FROM reason r WHERE r.owner = c.key) AS reasons
    FROM conflict c LEFT JOIN words w ON w.owner = c.key AND w.part = 'evidence'
    ORDER BY c.n, w.n;

CREATE VIEW copied AS                                -- one row for each pair of passages that depend on one another
    SELECT r.id AS reuse, r.kind, r.direction, r.confidence,
           a.siglum AS a, substr(a.text, r.a_start + 1, r.a_stop - r.a_start) AS a_words,
           b.siglum AS b, substr(b.text, r.b_start + 1, r.b_stop - r.b_start) AS b_words
    FROM reuse r JOIN document a ON a.id = r.a_doc JOIN document b ON b.id = r.b_doc
    ORDER BY r.n;

CREATE VIEW problems AS                              -- what went wrong: with whole inputs, then inside documents
    SELECT json_extract(p.value, '$.where') AS "where", json_extract(p.value, '$.what') AS what, NULL AS document
    FROM run, json_each(run.manifest, '$.problems') p
    WHERE run.number = (SELECT max(number) FROM run)
    UNION ALL
    SELECT p."where", p.what, d.id FROM problem p JOIN document d ON d.key = p.owner WHERE NOT d.superseded;
