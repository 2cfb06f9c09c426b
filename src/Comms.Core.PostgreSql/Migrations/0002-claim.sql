-- Leases due records, earliest due first; reads about as many rows as it takes, however many wait. It never waits for
-- another transaction: what is locked is passed over, and with it the rest of its lane.
CREATE FUNCTION comms.claim(p_kind text, p_due bigint, p_limit integer, p_lease bigint, p_holder text)
RETURNS SETOF comms.record LANGUAGE plpgsql VOLATILE SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    v_now    bigint := comms.now_ms();
    v_alone  bigint[];
    v_lanes  bytea[];
    v_bound  bigint;
    v_chosen bigint[];
    v_held   bigint[];
BEGIN
    v_alone := ARRAY(
        SELECT position FROM comms.record
        WHERE kind = p_kind AND lane_key IS NULL AND due <= p_due AND (until IS NULL OR until <= v_now)
        ORDER BY due, position LIMIT p_limit FOR UPDATE SKIP LOCKED);

    v_lanes := ARRAY(
        SELECT key FROM comms.lane
        WHERE kind = p_kind AND due <= p_due
        AND NOT EXISTS (SELECT 1 FROM comms.record WHERE record.lane_key = lane.key AND record.until > v_now)
        ORDER BY due, position LIMIT p_limit FOR UPDATE OF lane SKIP LOCKED);

    -- A lease taken since the statement above began is seen only now that the lanes are locked.
    v_lanes := ARRAY(
        SELECT free.key FROM unnest(v_lanes) AS free (key)
        WHERE NOT EXISTS (SELECT 1 FROM comms.record WHERE record.lane_key = free.key AND record.until > v_now));

    -- Nothing after the last of the first p_limit that are known can be among those taken.
    SELECT first.due INTO v_bound FROM (
        SELECT due, position FROM comms.record WHERE position = ANY (v_alone)
        UNION ALL
        SELECT due, position FROM comms.lane WHERE key = ANY (v_lanes)) AS first
    ORDER BY first.due, first.position OFFSET p_limit - 1 LIMIT 1;

    v_chosen := ARRAY(
        SELECT candidate.position FROM (
            SELECT due, position FROM comms.record WHERE position = ANY (v_alone)
            UNION ALL
            SELECT waiting.due, waiting.position FROM unnest(v_lanes) AS free (key)
            CROSS JOIN LATERAL (
                SELECT due, position FROM comms.record
                WHERE lane_key = free.key AND due <= least(p_due, coalesce(v_bound, p_due))
                ORDER BY due, position LIMIT p_limit) AS waiting) AS candidate
        ORDER BY candidate.due, candidate.position LIMIT p_limit);

    v_held := ARRAY(
        SELECT position FROM comms.record
        WHERE position = ANY (v_chosen) AND due <= p_due AND (until IS NULL OR until <= v_now)
        FOR UPDATE SKIP LOCKED);

    RETURN QUERY
    UPDATE comms.record SET fence = nextval('comms.fence'), until = v_now + p_lease, holder = p_holder
    WHERE position IN (
        SELECT turn.position FROM (
            SELECT chosen.position, bool_and(chosen.position = ANY (v_held)) OVER (
                PARTITION BY coalesce(record.lane_key, int8send(chosen.position)) ORDER BY chosen.place) AS free
            FROM unnest(v_chosen) WITH ORDINALITY AS chosen (position, place)
            JOIN comms.record ON record.position = chosen.position) AS turn
        WHERE turn.free)
    RETURNING record.*;
END $$;
