package io.clearway.link.api;

import io.clearway.identity.Identity;
import io.clearway.journal.Entry;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Subjects;
import io.clearway.link.rows.Timelines;
import io.clearway.live.Gate;
import io.clearway.report.Version;
import io.clearway.statistics.Statistics;
import java.time.LocalDate;
import java.util.function.Function;

/// What the door reads from and writes to.
///
/// @param keys of the people whose data are held
/// @param timelines fed by the server
/// @param journal every entry that a day's report needs and all after it, anew at each call
/// @param versions of the province's reports, as they were given out
/// @param statistics of the complex
public record Sources(
    Gate gate,
    Identity identity,
    Subjects subjects,
    Keys keys,
    Timelines timelines,
    Function<LocalDate, ? extends Iterable<Entry>> journal,
    Version.Store versions,
    Statistics statistics) {

  /// The keys of personal values, one per person.
  public interface Keys {
    /// Whether there is a key of the subject, or was one before it was erased.
    boolean knows(Subject subject);

    /// Whether the subject's key is still there.
    boolean holds(Subject subject);
  }
}
