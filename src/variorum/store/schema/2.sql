-- Which version of a statement comes from which. Begin with the view `descents`.

CREATE TABLE stemma (
    key INTEGER PRIMARY KEY, n INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE ancestor (                              -- a text that is no reading, from which several readings come
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES stemma (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    id TEXT NOT NULL, siglum TEXT NOT NULL, label TEXT NOT NULL, is_named INTEGER NOT NULL
);
CREATE TABLE descent (                               -- parent is NULL where nothing decides
    key INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES stemma (key) ON DELETE CASCADE, n INTEGER NOT NULL,
    child TEXT NOT NULL, parent TEXT, kind TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX ancestor_owner ON ancestor (owner);
CREATE INDEX descent_owner ON descent (owner);

CREATE VIEW descents AS                              -- one row for each reading and ancestor: where it comes from
    SELECT x.statement, d.child, coalesce(dc.siglum, ac.siglum) AS siglum, ac.label,
           d.parent, coalesce(dp.siglum, ap.siglum) AS parent_siglum, ap.label AS parent_label,
           d.kind, d.confidence,
           (SELECT group_concat(r.text, ' ') FROM reason r WHERE r.owner = d.key) AS reasons
    FROM stemma x
    JOIN descent d ON d.owner = x.key
    JOIN statement s ON s.id = x.statement
    LEFT JOIN ancestor ac ON ac.owner = x.key AND ac.id = d.child
    LEFT JOIN ancestor ap ON ap.owner = x.key AND ap.id = d.parent
    LEFT JOIN reading rc ON rc.owner = s.key AND rc.id = d.child
    LEFT JOIN document dc ON dc.id = rc.witness
    LEFT JOIN reading rp ON rp.owner = s.key AND rp.id = d.parent
    LEFT JOIN document dp ON dp.id = rp.witness
    ORDER BY x.n, d.n;
