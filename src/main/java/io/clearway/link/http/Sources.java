package io.clearway.link.http;

import io.clearway.identity.Tokens;
import io.clearway.journal.Entry;
import io.clearway.link.json.Subjects;
import io.clearway.live.Gate;
import java.util.function.Supplier;

/// What the door reads from and writes to.
///
/// @param timelines fed by the server
/// @param journal every entry from the first on, anew at each call
public record Sources(
    Gate gate,
    Tokens tokens,
    Subjects subjects,
    Timelines timelines,
    Supplier<? extends Iterable<Entry>> journal) {}
