package io.clearway.clearance;

import io.clearway.kernel.Personal;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What can be asked of a clearance. All are requests: a rule may refuse them.
public sealed interface ClearanceCommand {

  /// The registration that it is about.
  long registration();

  /// Somebody works on a load whose vehicle has not left.
  sealed interface Work extends ClearanceCommand {}

  /// An agency speaks.
  sealed interface OfAgency extends Work {
    Agency agency();
  }

  /// The system: the steps that the procedure in force demands of the registration as it is now.
  ///
  /// @param changed fields that an amendment just changed
  /// @param voided whose keys of the entry it makes void
  record Require(long registration, List<String> changed, List<Agency> voided)
      implements ClearanceCommand {}

  /// The system: the vehicle left without passing. What was said of the papers stands; what was
  /// said of the vehicle and its load is asked again when it comes back.
  record EndVisit(long registration) implements ClearanceCommand {}

  /// Somebody wants a step that is not done unasked.
  record RequestStep(long registration, String step) implements Work {}

  /// @param seen the version that the officer saw, when the officer's screen says so
  /// @param said when it was said, if it comes later than that
  record ConfirmStep(
      long registration,
      String step,
      Agency agency,
      OptionalInt seen,
      Optional<Personal<String>> note,
      Optional<Instant> said)
      implements OfAgency {

    /// Said now.
    public ConfirmStep(
        long registration,
        String step,
        Agency agency,
        OptionalInt seen,
        Optional<Personal<String>> note) {
      this(registration, step, agency, seen, note, Optional.empty());
    }
  }

  /// A device, by a rule that the step's agency authorised.
  record ConfirmByRule(long registration, String step, String rule, List<String> observations)
      implements Work {}

  record RefuseStep(long registration, String step, Agency agency, Optional<Personal<String>> note)
      implements OfAgency {}

  /// @param said when it was said, if it comes later than that
  record PlaceHold(
      long registration,
      Agency agency,
      Clearance.HoldKind kind,
      Optional<Personal<String>> note,
      List<Agency> lifters,
      Optional<Instant> said)
      implements OfAgency {

    /// Said now.
    public PlaceHold(
        long registration,
        Agency agency,
        Clearance.HoldKind kind,
        Optional<Personal<String>> note,
        List<Agency> lifters) {
      this(registration, agency, kind, note, lifters, Optional.empty());
    }
  }

  /// Who speaks where one alone may not.
  ///
  /// @param reason of who asks first
  record Voice(UUID session, Optional<Personal<String>> reason) {}

  record LiftHold(long registration, long hold, Agency agency, Voice voice) implements OfAgency {}

  /// What an officer of that agency asked a second one for is not wanted any more.
  record WithdrawSecond(long registration, Agency agency, Second.Wish wish) implements OfAgency {}

  record SetChannel(long registration, Agency agency, Clearance.Channel channel, Voice voice)
      implements OfAgency {}

  record OpenInspection(long registration, Agency agency, List<Booking> bookings)
      implements OfAgency {}

  /// @param bookings what the agency wants of it; what is booked already is shared
  record JoinInspection(long registration, Agency agency, List<Booking> bookings)
      implements OfAgency {}

  record RecordResult(long registration, Agency agency, Means means, Inspection.Outcome outcome)
      implements OfAgency {}
}
