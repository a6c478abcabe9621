-- The journal: one row per accepted command. The bytes that are hashed are the bytes in `body`.
create table owner (
    complex   text collate "C" primary key,
    epoch     bigint not null,
    holder    text not null,
    heartbeat timestamptz not null
);

create table segment (
    complex       text collate "C" not null,
    number        integer not null,
    first_seq     bigint not null,
    carried       bigint not null,
    previous_hash bytea not null,
    day           text not null,
    primary key (complex, number)
);

create table entry (
    complex        text collate "C" not null,
    seq            bigint not null,
    segment        integer not null,
    at             bigint not null,
    epoch          bigint not null,
    actor          bigint not null,
    command_id     uuid not null,
    command_digest bytea not null,
    cause          text collate "C" not null,
    body           bytea not null,
    hash           bytea not null,
    primary key (complex, seq),
    unique (command_id, complex)
);

-- Sealed bytes cannot be compressed; trying costs time at each append.
alter table entry alter column body set storage external;

comment on column entry.at is 'microseconds since 1970-01-01 UTC, the clock of the gate';

create table checkpoint (
    complex   text collate "C" not null,
    seq       bigint not null,
    at        bigint not null,
    hash      bytea not null,
    signature bytea not null,
    primary key (complex, seq)
);
