-- The planner keeps samples of what stands in a column: words of people do not belong there, where no erasure finds them. A
-- column whose type is set, even to the same, loses the samples that it has.
ALTER TABLE comms.record ALTER COLUMN content TYPE bytea, ALTER COLUMN id TYPE text COLLATE "C";
ALTER TABLE comms.chain_payload ALTER COLUMN payload TYPE bytea;
ALTER TABLE comms.record ALTER COLUMN content SET STATISTICS 0, ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE comms.chain_payload ALTER COLUMN payload SET STATISTICS 0;
