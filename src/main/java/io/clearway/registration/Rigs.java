package io.clearway.registration;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Names;
import io.clearway.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From what makes up a leading vehicle beside its tractor to the registrations that name it.
///
/// @param trailers from the keyed hash of a trailer's plate
/// @param drivers from the keyed hash of the number of a driver's document
/// @param containers from a container's number
/// @param dedicated from the keyed hash of the plate of the dedicated tractor
public record Rigs(
    Groups trailers, Groups drivers, Names<List<Long>> containers, Groups dedicated) {

  static Rigs empty() {
    return new Rigs(Groups.empty(), Groups.empty(), Names.empty(), Groups.empty());
  }

  Rigs under(@Nullable Edit edit) {
    return new Rigs(
        trailers.under(edit), drivers.under(edit), containers.under(edit), dedicated.under(edit));
  }

  /// Registrations with that container, in their order.
  public List<Long> containing(String container) {
    return containers.find(bare(container)).orElse(List.of());
  }

  Rigs with(Registration r) {
    Registration.Vehicle vehicle = r.form().leading();
    Optional<Subject> trailer = vehicle.trailer().map(plate -> plate.subject());
    Optional<String> container = vehicle.container().map(Rigs::bare);
    return new Rigs(
        trailer.map(plate -> trailers.with(plate, r.id())).orElse(trailers),
        drivers.with(vehicle.driver().identityNumber().subject(), r.id()),
        container.map(number -> containers.with(number, with(number, r.id()))).orElse(containers),
        tractor(vehicle).map(plate -> dedicated.with(plate, r.id())).orElse(dedicated));
  }

  Rigs without(Registration r) {
    Registration.Vehicle vehicle = r.form().leading();
    Optional<Subject> trailer = vehicle.trailer().map(plate -> plate.subject());
    Optional<String> container = vehicle.container().map(Rigs::bare);
    return new Rigs(
        trailer.map(plate -> trailers.without(plate, r.id())).orElse(trailers),
        drivers.without(vehicle.driver().identityNumber().subject(), r.id()),
        container.map(number -> without(number, r.id())).orElse(containers),
        tractor(vehicle).map(plate -> dedicated.without(plate, r.id())).orElse(dedicated));
  }

  private static Optional<Subject> tractor(Registration.Vehicle vehicle) {
    return vehicle.papers().dedicatedPlate().map(plate -> plate.subject());
  }

  /// In the order of their ids, whatever came first.
  private List<Long> with(String number, long id) {
    List<Long> ids = new ArrayList<>(containing(number));
    ids.add(id);
    return ids.stream().sorted().toList();
  }

  private Names<List<Long>> without(String number, long id) {
    List<Long> rest = containing(number).stream().filter(other -> other != id).toList();
    return rest.isEmpty() ? containers.without(number) : containers.with(number, rest);
  }

  /// As container numbers are compared: however they were typed.
  private static String bare(String container) {
    return Spelling.seal(container);
  }
}
