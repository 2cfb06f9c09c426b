-- The oldest layout whose programs may still use this file, although it has a newer one: a script that only adds leaves it, so
-- that programs of two versions may share a file.
CREATE TABLE layout (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    oldest INTEGER NOT NULL
) STRICT;

INSERT INTO layout (only, oldest) VALUES (1, 1);
