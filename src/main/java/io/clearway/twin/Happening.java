package io.clearway.twin;

import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.world.Command;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.UUID;

/// What happens outside the gate's books: to a truck, at a desk, on the wire.
sealed interface Happening {

  record Registers(Truck truck) implements Happening {}

  /// The trader sets something right, whatever the truck is doing.
  record Amends(Truck truck) implements Happening {}

  /// The trader asks for every step that is not done unasked.
  record Asks(Truck truck) implements Happening {}

  record Arrives(Truck truck) implements Happening {}

  /// An officer is at the desk with this truck's papers, for the `attempt`th time.
  record TurnsKey(Truck truck, KeyHolder agency, int attempt) implements Happening {}

  /// It stands before the barrier and looks whether it may go in.
  record WaitsForEntry(Truck truck, int minutes) implements Happening {}

  /// An officer of that agency looks at the truck's load, for the `turn`th time.
  record Works(Truck truck, Agency agency, int turn) implements Happening {}

  /// A device that confirms by a rule sees it.
  record IsWatched(Truck truck) implements Happening {}

  /// The agency that held the load lifts its hold.
  record Lifts(Truck truck, Agency agency) implements Happening {}

  /// @param waited minutes for the agencies' release
  record LeavesYard(Truck truck, int waited) implements Happening {}

  /// The yard operator is at the vehicle.
  sealed interface InYard extends Happening {}

  /// With a plug, for the `attempt`th time.
  record Plugs(Truck truck, int attempt) implements InYard {}

  record Unplugs(Truck truck) implements InYard {}

  /// Looks on which place it stands, for the `attempt`th time.
  record Places(Truck truck, int attempt) implements InYard {}

  record LeavesGate(Truck truck) implements Happening {}

  /// An officer turns it back, or to another gate.
  record IsTurned(Truck truck) implements Happening {}

  /// An officer thinks better of that.
  record MayStay(Truck truck) implements Happening {}

  /// The trader sets plate or goods right while the vehicle stands turned.
  record Corrects(Truck truck) implements Happening {}

  /// Somebody tries what is another's.
  record Trespasses(Truck truck) implements Happening {}

  /// It drives off, turned.
  record DrivesOff(Truck truck) implements Happening {}

  /// The border guard counts persons back.
  record CountsBack(Truck truck) implements Happening {}

  /// The trader reads notices.
  record ReadsNotices(Truck truck) implements Happening {}

  /// A command comes in.
  record Comes(Request request) implements Happening {}

  /// Somebody signs a roll, for the `attempt`th time.
  record ClosesRoll(UUID roll, int attempt) implements Happening {}

  record Ticks() implements Happening {}

  record BooksClose() implements Happening {}

  /// A command on its way.
  ///
  /// @param id the same when it is sent again
  record Request(UUID id, long actor, Command command) {}

  /// A happening with its time; `order` decides between equals.
  record Planned(Instant at, long order, Happening what) implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /// What will happen, in order of time and then of planning.
  final class Agenda {

    private final PriorityQueue<Planned> queue = new PriorityQueue<>();
    private long order;

    void add(Instant at, Happening what) {
      queue.add(new Planned(at, order++, what));
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }

    Planned next() {
      return queue.remove();
    }
  }
}
