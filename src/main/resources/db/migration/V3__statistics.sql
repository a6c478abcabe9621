-- Statistics. All of it but official_import follows from the journal, or from official_import, and
-- may be dropped: `./clearway statistics rebuild` makes it anew. Nothing personal is in it.

-- Up to which entry the tables below count, in the transaction that counts it.
create table statistics_position (
    complex    text collate "C" primary key,
    definition text not null,
    seq        bigint not null,
    site_seq   bigint not null,
    as_of      bigint not null
);

comment on column statistics_position.site_seq is 'the entry that adopted the site in force; 0: none';
comment on column statistics_position.as_of is 'when that entry was made: microseconds since 1970-01-01 UTC';

-- What a registration says of its goods, as it stands.
create table statistics_load (
    complex       text collate "C" not null,
    registration  bigint not null,
    kind          text collate "C" not null,
    regime        text collate "C" not null,
    vehicle_class text collate "C" not null,
    country       text collate "C" not null,
    weight_kg     bigint not null,
    primary key (complex, registration)
);

create table statistics_goods (
    complex      text collate "C" not null,
    registration bigint not null,
    line         integer not null,
    hs           text collate "C" not null,
    class        text collate "C" not null,
    commodity    text collate "C" not null,
    weight_kg    bigint not null,
    value_vnd    bigint,
    main         boolean not null,
    primary key (complex, registration, line)
);

-- One vehicle on its way; times in microseconds since 1970-01-01 UTC.
create table statistics_passage (
    complex      text collate "C" not null,
    crossing     bigint not null,
    registration bigint,
    gate         text collate "C" not null,
    direction    text collate "C" not null,
    arrived      bigint not null,
    customs_key  bigint,
    guard_key    bigint,
    entered      bigint,
    yard_entered bigint,
    yard_left    bigint,
    gate_left    bigint,
    turned       bigint,
    stood        bigint not null,
    day          date,
    bucket       integer,
    primary key (complex, crossing)
);

create index statistics_passage_day on statistics_passage (complex, day) where day is not null;
create index statistics_passage_papers on statistics_passage (complex, registration)
    where registration is not null;

comment on column statistics_passage.stood is 'microseconds for which it stood turned and passed after all';
comment on column statistics_passage.day is 'on which it left after passing, by the calendar of the gate; none: it did not';
comment on column statistics_passage.bucket is 'how long it stayed, as a bucket of io.clearway.statistics.Buckets';

-- For people who ask by hand: a row a passage with what it carried.
create view statistics_told as
select p.complex, p.crossing, p.day, p.gate, p.direction,
       coalesce(l.kind, 'UNREGISTERED') as kind, l.regime,
       case when l.regime is null then 'UNKNOWN'
            when l.regime = 'BORDER_RESIDENTS' then 'RESIDENTS' else 'OFFICIAL' end as trade,
       l.vehicle_class, l.country, l.weight_kg, g.value_vnd, g.commodity, g.hs,
       to_timestamp(p.arrived / 1e6) as arrived, to_timestamp(p.customs_key / 1e6) as customs_key,
       to_timestamp(p.guard_key / 1e6) as guard_key, to_timestamp(p.entered / 1e6) as entered,
       to_timestamp(p.yard_entered / 1e6) as yard_entered,
       to_timestamp(p.yard_left / 1e6) as yard_left,
       to_timestamp(p.gate_left / 1e6) as gate_left, to_timestamp(p.turned / 1e6) as turned
from statistics_passage p
left join statistics_load l on l.complex = p.complex and l.registration = p.registration
left join lateral (
    select sum(value_vnd) as value_vnd, string_agg(hs, ' ' order by line) as hs,
           max(commodity) filter (where main) as commodity
    from statistics_goods g where g.complex = p.complex and g.registration = p.registration) g
  on true;

-- What passed on a day, or in a month that begins on it. A vehicle is counted at its main goods,
-- weight and value at each line.
create table statistics_day (
    complex   text collate "C" not null,
    day       date not null,
    gate      text collate "C" not null,
    direction text collate "C" not null,
    kind      text collate "C" not null,
    regime    text collate "C" not null,
    class     text collate "C" not null,
    commodity text collate "C" not null,
    heading   text collate "C" not null,
    vehicles  bigint not null,
    weight_kg bigint not null,
    value_vnd numeric not null,
    lines     bigint not null,
    valued    bigint not null,
    primary key (complex, day, gate, direction, kind, regime, class, commodity, heading)
);

create table statistics_month (like statistics_day including all);

-- How long they stayed: how many vehicles in which bucket.
create table statistics_stay_day (
    complex   text collate "C" not null,
    day       date not null,
    gate      text collate "C" not null,
    direction text collate "C" not null,
    kind      text collate "C" not null,
    regime    text collate "C" not null,
    class     text collate "C" not null,
    buckets   integer[] not null,
    vehicles  integer[] not null,
    primary key (complex, day, gate, direction, kind, regime, class)
);

create table statistics_stay_month (like statistics_stay_day including all);

-- What was imported of official totals, as it was said: the one place where it is kept (ADR 15).
-- Only ever added to; each digest covers the one before.
create table official_import (
    complex text collate "C" not null,
    number  integer not null,
    at      bigint not null,
    actor   bigint not null,
    name    text not null,
    lines   text not null,
    digest  bytea not null,
    primary key (complex, number),
    unique (complex, digest)
);

comment on column official_import.at is 'microseconds since 1970-01-01 UTC, the clock of the gate';

-- Made from official_import.
create table official_total (
    complex   text collate "C" not null,
    number    integer not null,
    line      integer not null,
    measure   text collate "C" not null,
    first_day date not null,
    last_day  date not null,
    branch    text collate "C" not null,
    value     bigint not null,
    plan      bigint,
    growth    numeric,
    source    text not null,
    as_of     date not null,
    primary key (complex, number, line)
);
