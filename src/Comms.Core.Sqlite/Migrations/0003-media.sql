CREATE TABLE media (
    number INTEGER PRIMARY KEY,
    sha256 TEXT    NOT NULL UNIQUE,
    length INTEGER NOT NULL
) STRICT;

CREATE TABLE media_part (
    media   INTEGER NOT NULL REFERENCES media (number),
    part    INTEGER NOT NULL,
    content BLOB    NOT NULL,
    UNIQUE (media, part)
) STRICT;
