/// PostgreSQL as a part of the house: unpacked, set up, started, adopted and stopped by us.
///
/// Public: [EmbeddedPostgres] and [PostgresUnavailable]. The server outlives a killed JVM, so a
/// start first looks for one that lives on the data folder and takes it over; there are never two
/// on one folder. Durability is on and stays on. A server given by URL needs none of this. Never
/// deletes rows, never touches a process or a lock file that it has not proved to be its own.
@org.jspecify.annotations.NullMarked
package io.clearway.link.postgres;
