CREATE TABLE comms.chain (
    sequence   bigint PRIMARY KEY,
    commitment bytea  NOT NULL CHECK (length(commitment) = 32),
    hash       bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE comms.chain_payload (
    sequence bigint PRIMARY KEY,
    salt     bytea  NOT NULL,
    payload  bytea  NOT NULL
);

CREATE FUNCTION comms.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION comms.chain_grows() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    low  bigint := (SELECT min(sequence) FROM added);
    many bigint := (SELECT count(*) FROM added);
BEGIN
    IF many > 0 AND ((SELECT max(sequence) FROM added) <> low + many - 1
        OR low <> (SELECT coalesce(max(sequence), 0) + 1 FROM comms.chain WHERE sequence < low)) THEN
        RAISE EXCEPTION 'the audit chain grows one link at a time' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER chain_has_no_gaps AFTER INSERT ON comms.chain
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION comms.chain_grows();

CREATE TRIGGER chain_is_not_changed BEFORE UPDATE ON comms.chain
FOR EACH ROW EXECUTE FUNCTION comms.refuse('the audit chain is never changed');

CREATE TRIGGER chain_is_not_cut BEFORE DELETE ON comms.chain
FOR EACH ROW EXECUTE FUNCTION comms.refuse('the audit chain is never cut');

CREATE TRIGGER chain_is_not_emptied BEFORE TRUNCATE ON comms.chain
FOR EACH STATEMENT EXECUTE FUNCTION comms.refuse('the audit chain is never cut');

CREATE TRIGGER chain_payload_is_not_changed BEFORE UPDATE ON comms.chain_payload
FOR EACH ROW EXECUTE FUNCTION comms.refuse('a payload is erased, never changed');

CREATE FUNCTION comms.payload_comes_with_its_link() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM added
        WHERE NOT EXISTS (SELECT 1 FROM comms.chain WHERE chain.sequence = added.sequence AND chain.xmin = pg_current_xact_id()::xid)) THEN
        RAISE EXCEPTION 'an erased payload does not come back' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER chain_payload_comes_with_its_link AFTER INSERT ON comms.chain_payload
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION comms.payload_comes_with_its_link();
