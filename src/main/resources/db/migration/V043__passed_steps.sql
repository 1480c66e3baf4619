-- The steps of an instance that began and ended in one transaction (gateways, delegates, events), one row for each
-- transaction, in their order. The engine's own history keeps the steps that waited. When the engine's tables exist,
-- a row goes with its instance's history.
create table passed_steps (
    process_instance_id varchar(64) not null,
    id bigint generated always as identity,
    activities text[] not null,
    began timestamptz[] not null,
    ended timestamptz[] not null,
    -- The engine's count of occurrence, which orders what began in the same millisecond.
    occurrence bigint[] not null,
    primary key (process_instance_id, id),
    check (cardinality(activities) > 0
        and cardinality(activities) = cardinality(began)
        and cardinality(activities) = cardinality(ended)
        and cardinality(activities) = cardinality(occurrence))
);
