-- "comm" in ASCII: tells a ledger from any other SQLite file.
PRAGMA application_id = 1668246893;

-- Instants are Unix milliseconds. The content comes last, so that nothing else is read through its overflow pages.
CREATE TABLE record (
    position INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    due      INTEGER,
    lane     TEXT,
    fence    INTEGER NOT NULL DEFAULT 0,
    until    INTEGER,
    holder   TEXT,
    content  BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX record_key ON record (kind, id);
CREATE INDEX record_kind ON record (kind, position);
CREATE INDEX record_lane ON record (kind, lane, position) WHERE lane IS NOT NULL;
CREATE INDEX record_due ON record (kind, due, position) WHERE due IS NOT NULL AND lane IS NULL;
CREATE INDEX record_lane_due ON record (kind, lane, due, position) WHERE due IS NOT NULL AND lane IS NOT NULL;
CREATE INDEX record_lease ON record (kind, lane, until) WHERE until IS NOT NULL;

-- The first due record of every lane that has one: a claim looks at lanes, not at all that waits in them.
CREATE TABLE lane (
    kind     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    due      INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX lane_due ON lane (kind, due, position);

CREATE TRIGGER lane_gains AFTER INSERT ON record WHEN NEW.lane IS NOT NULL AND NEW.due IS NOT NULL
BEGIN
    INSERT INTO lane (kind, name, due, position) VALUES (NEW.kind, NEW.lane, NEW.due, NEW.position)
    ON CONFLICT (kind, name) DO UPDATE SET due = excluded.due, position = excluded.position
    WHERE (excluded.due, excluded.position) < (lane.due, lane.position);
END;

CREATE TRIGGER lane_moves AFTER UPDATE OF due ON record WHEN NEW.lane IS NOT NULL AND NEW.due IS NOT OLD.due
BEGIN
    DELETE FROM lane WHERE kind = NEW.kind AND name = NEW.lane;
    INSERT INTO lane (kind, name, due, position)
    SELECT kind, lane, due, position FROM record
    WHERE kind = NEW.kind AND lane = NEW.lane AND due IS NOT NULL
    ORDER BY due, position LIMIT 1;
END;

CREATE TRIGGER lane_loses AFTER DELETE ON record WHEN OLD.lane IS NOT NULL AND OLD.due IS NOT NULL
BEGIN
    DELETE FROM lane WHERE kind = OLD.kind AND name = OLD.lane;
    INSERT INTO lane (kind, name, due, position)
    SELECT kind, lane, due, position FROM record
    WHERE kind = OLD.kind AND lane = OLD.lane AND due IS NOT NULL
    ORDER BY due, position LIMIT 1;
END;

-- The last place and the last fence given, which outlive the records that had them.
CREATE TABLE counter (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER NOT NULL,
    fence    INTEGER NOT NULL
) STRICT;

INSERT INTO counter (only, position, fence) VALUES (1, 0, 0);
