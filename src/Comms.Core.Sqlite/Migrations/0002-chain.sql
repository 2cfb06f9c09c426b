CREATE TABLE chain (
    sequence   INTEGER PRIMARY KEY,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    hash       BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE chain_payload (
    sequence INTEGER PRIMARY KEY REFERENCES chain (sequence),
    salt     BLOB NOT NULL,
    payload  BLOB NOT NULL
) STRICT;

CREATE TRIGGER chain_has_no_gaps BEFORE INSERT ON chain
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM chain)
BEGIN
    SELECT raise(ABORT, 'the audit chain grows one link at a time');
END;

CREATE TRIGGER chain_is_not_changed BEFORE UPDATE ON chain
BEGIN
    SELECT raise(ABORT, 'the audit chain is never changed');
END;

CREATE TRIGGER chain_is_not_cut BEFORE DELETE ON chain
BEGIN
    SELECT raise(ABORT, 'the audit chain is never cut');
END;

CREATE TRIGGER chain_payload_comes_with_its_link BEFORE INSERT ON chain_payload
WHEN NEW.sequence <> (SELECT max(sequence) FROM chain)
BEGIN
    SELECT raise(ABORT, 'an erased payload does not come back');
END;

CREATE TRIGGER chain_payload_is_not_changed BEFORE UPDATE ON chain_payload
BEGIN
    SELECT raise(ABORT, 'a payload is erased, never changed');
END;
