-- Which documents treat one matter. Begin with the view `stories`.

CREATE TABLE story (                                 -- its documents are in `item`
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, label TEXT NOT NULL
);

CREATE VIEW stories AS                               -- one row for each document: the story that it belongs to
    SELECT y.id AS story, y.label, d.siglum, d.path, d.published,
           (SELECT group_concat(r.text, ' ') FROM reason r WHERE r.owner = y.key) AS reasons
    FROM story y
    JOIN item i ON i.owner = y.key AND i.part = 'documents'
    JOIN document d ON d.id = i.value
    ORDER BY y.n, d.n;
