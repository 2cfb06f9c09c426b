CREATE SEQUENCE comms.media_number;

CREATE TABLE comms.media (
    number bigint PRIMARY KEY,
    sha256 text   COLLATE "C" NOT NULL UNIQUE,
    length bigint NOT NULL
);

-- Parts come before the name that is known only at their end, in one transaction.
CREATE TABLE comms.media_part (
    media   bigint NOT NULL,
    part    bigint NOT NULL,
    content bytea  NOT NULL,
    PRIMARY KEY (media, part)
);
