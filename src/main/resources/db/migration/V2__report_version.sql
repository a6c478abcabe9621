-- Reports as they were given out under a number. May be dropped: the figures of a number follow
-- from the journal up to as_of_seq; only which numbers were given is told here alone.
create table report_version (
    complex    text collate "C" not null,
    definition text collate "C" not null,
    period     text collate "C" not null,
    number     integer not null,
    edition    text not null,
    as_of      bigint not null,
    as_of_seq  bigint not null,
    since      bigint,
    gates      text not null,
    figures    text not null,
    primary key (complex, definition, period, number)
);

comment on column report_version.as_of is 'microseconds since 1970-01-01 UTC, the clock of the gate';
comment on column report_version.figures is 'one line a figure: measure, direction, number or ?reason, gate';
