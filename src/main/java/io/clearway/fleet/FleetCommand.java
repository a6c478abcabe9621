package io.clearway.fleet;

import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// What can be asked about what drives. All are requests.
public sealed interface FleetCommand {

  /// About the tractor in front of the vehicle of one passage.
  sealed interface OfTractor extends FleetCommand {
    long crossing();
  }

  /// Who registered the vehicle, or the operator of the yard where it stands.
  record AskTractor(UUID key, long crossing, Tractor tractor) implements OfTractor {}

  /// One of the two keys: that agency saw the new tractor in front of the trailer.
  record ConfirmTractor(long crossing, KeyHolder agency) implements OfTractor {}

  /// That agency does not let the tractor be changed so.
  record RefuseTractor(long crossing, KeyHolder agency) implements OfTractor {}

  /// Who asked thinks better of it.
  record WithdrawTractor(long crossing) implements OfTractor {}

  /// About persons who came in with a foreign vehicle.
  sealed interface OfPersons extends FleetCommand {}

  /// The system: who is in a foreign vehicle, or in the tractor that was hitched before it, is in.
  record LetIn(UUID key, long crossing, Registration.Driver driver) implements OfPersons {}

  /// The border guard saw these persons go out, by their place in the visit.
  ///
  /// @param with the passage of the vehicle in which they go, when it is not the one in which they
  ///   came
  record CountOut(UUID visit, List<Integer> persons, OptionalLong with) implements OfPersons {}

  /// About a dedicated driver of the pool.
  sealed interface OfPool extends FleetCommand {
    /// The id at the edge.
    UUID driver();
  }

  /// The management board enrols somebody, or says anew what is so of somebody.
  ///
  /// @param gate whose pool it is
  record EnrolDriver(
      UUID driver,
      String gate,
      Personal<String> name,
      Personal<String> number,
      List<Registration.Document> documents,
      boolean onDuty)
      implements OfPool {}

  record RetireDriver(UUID driver) implements OfPool {}

  record AssignDriver(UUID driver, long crossing) implements OfPool {}

  /// Given back to the pool.
  record FreeDriver(UUID driver) implements OfPool {}

  /// The system: the vehicle left with the tractor that it came with.
  record EndTractor(long crossing) implements OfTractor {}
}
