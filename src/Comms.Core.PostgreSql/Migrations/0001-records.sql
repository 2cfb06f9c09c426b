-- Leases begin and end by this clock alone, in Unix milliseconds: the hosts' own clocks may differ.
CREATE FUNCTION comms.now_ms() RETURNS bigint LANGUAGE sql VOLATILE
AS $$ SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;

-- Instants are Unix milliseconds. Keys are SHA-256 of the names, which may be longer than an index takes.
CREATE TABLE comms.record (
    position bigint PRIMARY KEY,
    key      bytea  NOT NULL UNIQUE CHECK (length(key) = 32),
    kind     text   COLLATE "C" NOT NULL,
    id       text   COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    due      bigint,
    lane     text   COLLATE "C",
    lane_key bytea  CHECK (length(lane_key) = 32),
    fence    bigint NOT NULL DEFAULT 0,
    until    bigint,
    holder   text,
    content  bytea  NOT NULL,
    CHECK ((lane IS NULL) = (lane_key IS NULL))
);

CREATE INDEX record_kind ON comms.record (kind, position);
CREATE INDEX record_lane ON comms.record (lane_key, position) WHERE lane_key IS NOT NULL;
CREATE INDEX record_due ON comms.record (kind, due, position) WHERE due IS NOT NULL AND lane_key IS NULL;
CREATE INDEX record_lane_due ON comms.record (lane_key, due, position) WHERE due IS NOT NULL AND lane_key IS NOT NULL;
CREATE INDEX record_lease ON comms.record (lane_key, until) WHERE until IS NOT NULL AND lane_key IS NOT NULL;

-- The first due record of every lane: a claim looks at lanes, not at all that waits in them. Its row is also the lock of
-- the lane. Rows stay when nothing waits any more.
CREATE TABLE comms.lane (
    key      bytea PRIMARY KEY,
    kind     text  COLLATE "C" NOT NULL,
    due      bigint,
    position bigint
);

CREATE INDEX lane_due ON comms.lane (kind, due, position) WHERE due IS NOT NULL;

-- Sets the first due record of lanes anew. A session keeps the plans of its functions, also those made while a table was
-- empty and reading all of it was cheapest: here and below, it is told never to.
CREATE FUNCTION comms.turn_lanes(lanes bytea[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF cardinality(lanes) = 0 THEN
        RETURN;
    END IF;

    -- What others did to the lane is seen only by a statement that begins after the lane is locked.
    PERFORM 1 FROM comms.lane WHERE key = ANY (lanes) ORDER BY key FOR UPDATE;

    UPDATE comms.lane SET due = head.due, position = head.position
    FROM unnest(lanes) AS touched (key)
    LEFT JOIN LATERAL (
        SELECT record.due, record.position FROM comms.record
        WHERE record.lane_key = touched.key AND record.due IS NOT NULL
        ORDER BY record.due, record.position LIMIT 1) AS head ON true
    WHERE lane.key = touched.key AND (lane.due, lane.position) IS DISTINCT FROM (head.due, head.position);
END $$;

CREATE FUNCTION comms.lane_gains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM changed WHERE lane_key IS NOT NULL) THEN
        INSERT INTO comms.lane (key, kind)
        SELECT DISTINCT ON (lane_key) lane_key, kind FROM changed WHERE lane_key IS NOT NULL ORDER BY lane_key
        ON CONFLICT (key) DO NOTHING;
        PERFORM comms.turn_lanes(ARRAY(SELECT DISTINCT lane_key FROM changed WHERE lane_key IS NOT NULL AND due IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION comms.lane_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM comms.turn_lanes(ARRAY(
        SELECT DISTINCT changed.lane_key FROM changed JOIN before USING (position)
        WHERE changed.lane_key IS NOT NULL AND changed.due IS DISTINCT FROM before.due));
    RETURN NULL;
END $$;

CREATE FUNCTION comms.lane_loses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM comms.turn_lanes(ARRAY(SELECT DISTINCT lane_key FROM changed WHERE lane_key IS NOT NULL AND due IS NOT NULL));
    RETURN NULL;
END $$;

CREATE TRIGGER lane_gains AFTER INSERT ON comms.record
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comms.lane_gains();

CREATE TRIGGER lane_moves AFTER UPDATE ON comms.record
REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comms.lane_moves();

CREATE TRIGGER lane_loses AFTER DELETE ON comms.record
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comms.lane_loses();

-- The last place given. Whoever creates records holds this row until the commit, so that places follow the commits.
CREATE TABLE comms.counter (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint  NOT NULL
);

INSERT INTO comms.counter (position) VALUES (0);

CREATE SEQUENCE comms.fence;
