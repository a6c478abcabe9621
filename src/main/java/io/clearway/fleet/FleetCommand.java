package io.clearway.fleet;

import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Tractor;
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

  /// The system: the vehicle left with the tractor that it came with.
  record EndTractor(long crossing) implements OfTractor {}
}
