package io.clearway.twin;

import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.crossing.Crossing;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import io.clearway.world.Command;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.UUID;

/// How the officers of the agencies work through a load: each looks again and again whether it is
/// the own agency's turn; some load is held or looked into, by several agencies together. Speaks by
/// commands only.
final class Agencies {

  private static final int TURNS = 400;

  private final Faults faults;
  private final SortedMap<Agency, Long> officers;
  private final SortedMap<Agency, Long> deputies;
  private final Happening.Agenda agenda;
  private final RandomStream desks;
  private final RandomStream inspections;
  private final Line line;

  /// @param deputies the second officer of each agency, for what takes two
  Agencies(
      Faults faults,
      SortedMap<Agency, Long> officers,
      SortedMap<Agency, Long> deputies,
      RandomStream root,
      Happening.Agenda agenda) {
    this.faults = faults;
    this.officers = officers;
    this.deputies = deputies;
    this.agenda = agenda;
    this.desks = root.split("agencies");
    this.inspections = root.split("inspections");
    this.line = new Line(faults.offline(), root.split("agencies offline"));
  }

  void arrives(Truck truck, Procedure procedure, Instant now) {
    for (Agency agency : officers.keySet()) {
      if (procedure.steps().stream().anyMatch(step -> step.agency() == agency)) {
        agenda.add(now.plusSeconds(minutes(3, 20)), new Happening.Works(truck, agency, 1));
      }
    }
  }

  void works(Happening.Works turn, World world, Instant now) {
    Optional<Crossing> passage = Environment.passage(turn.truck(), world);
    if (turn.turn() > TURNS) {
      return;
    }
    if (passage.filter(c -> !c.live()).isPresent()) {
      afterwards(turn, passage.get(), world, now);
      return;
    }
    passage
        .flatMap(c -> c.registration().stream().boxed().findFirst())
        .flatMap(world.registrations()::find)
        .ifPresent(held -> work(turn, held, world, now));
    agenda.add(
        now.plusSeconds(minutes(4, 15)),
        new Happening.Works(turn.truck(), turn.agency(), turn.turn() + 1));
  }

  /// Goods that left released go through customs hours later, or the next day, or are refused; a
  /// few are forgotten.
  private void afterwards(Happening.Works turn, Crossing gone, World world, Instant now) {
    Optional<Registration> held = world.registrations().find(gone.registration());
    Optional<Loads.Line> owed =
        held.stream()
            .flatMap(
                load -> Loads.lines(world, load, now, asked -> asked == turn.agency()).stream())
            .filter(line -> line.open() && line.doneBy().isPresent())
            .findFirst();
    if (owed.isEmpty()) {
      return;
    }
    if (turn.turn() < TURNS) {
      agenda.add(
          now.plusSeconds(minutes(20, 2000)),
          new Happening.Works(turn.truck(), turn.agency(), TURNS));
    } else if (faults.held() > 0 && desks.chance(150)) {
      var order =
          new ClearanceCommand.RefuseStep(
              held.get().id(), owed.get().step(), turn.agency(), Optional.empty());
      send(turn.agency(), order, now);
    } else if (faults.held() == 0 || desks.chance(950)) {
      confirm(turn.agency(), held.get(), owed.get().step(), now);
    }
  }

  private void work(Happening.Works turn, Registration held, World world, Instant now) {
    Optional<Clearance> clearance = world.clearances().find(held.id());
    if (clearance.isEmpty()) {
      return;
    }
    Agency agency = turn.agency();
    if (closed(agency, world, now) || looks(turn, held, clearance.get(), world, now)) {
      return;
    }
    if (desks.chance(faults.held())) {
      holds(turn, held, now);
      return;
    }
    Optional<Clearance.Task> refused =
        clearance.get().tasks().stream()
            .filter(task -> task.agency() == agency)
            .filter(task -> task.state() instanceof Clearance.State.Refused)
            .findFirst();
    if (refused.isPresent() && desks.chance(300)) {
      confirm(agency, held, refused.get().step(), now);
      return;
    }
    if (line.hurries()) {
      clearance.get().tasks().stream()
          .filter(task -> task.agency() == agency && Clearance.required(task))
          .filter(task -> !(task.state() instanceof Clearance.State.Confirmed))
          .reduce((one, other) -> other)
          .ifPresent(task -> confirm(agency, held, task.step(), now));
      return;
    }
    confirmNext(agency, held, world, now);
  }

  /// Whoever is asked for a release may as well clear.
  private void confirmNext(Agency agency, Registration held, World world, Instant now) {
    List<Loads.Line> lines = Loads.lines(world, held, now, asked -> asked == agency);
    Optional<Loads.Line> more =
        lines.stream().filter(line -> line.open() && line.decidedWith().isPresent()).findFirst();
    if (more.isPresent() && desks.chance(300)) {
      confirm(agency, held, more.get().step(), now);
      return;
    }
    lines.stream()
        .filter(line -> line.waiting().since().isPresent())
        .filter(line -> world.clearances().all().get(held.id()).find(line.step()).isPresent())
        .findFirst()
        .ifPresent(line -> confirm(agency, held, line.step(), now));
  }

  private static boolean closed(Agency agency, World world, Instant now) {
    Site site = world.sites().get();
    return site.procedure()
        .hoursOf(agency)
        .filter(hours -> hours.between(now, now.plusSeconds(1), site.zone()).isZero())
        .isPresent();
  }

  /// Customs says how closely it looks; what was booked gets its result.
  private boolean looks(
      Happening.Works turn, Registration held, Clearance load, World world, Instant now) {
    Agency agency = turn.agency();
    Optional<Inspection> inspection = load.inspection();
    if (inspection.filter(i -> !i.done()).isPresent()) {
      return inspects(turn, held, inspection.get(), world, now);
    }
    if (agency == Agency.CUSTOMS && load.channel() == Clearance.Channel.NONE) {
      boolean red = desks.chance(faults.red());
      channel(held, load, red ? Clearance.Channel.RED : Clearance.Channel.GREEN, now);
      return true;
    }
    boolean owed = load.channel() == Clearance.Channel.RED && inspection.isEmpty();
    if (agency == Agency.CUSTOMS && owed && desks.chance(load.seconds().isEmpty() ? 150 : 500)) {
      channel(held, load, Clearance.Channel.YELLOW, now);
      return true;
    }
    if ((agency == Agency.CUSTOMS && owed) || wants(agency, load)) {
      var wanted = bookings(agency, held, world);
      send(agency, new ClearanceCommand.OpenInspection(held.id(), agency, wanted), now);
      return true;
    }
    return false;
  }

  private void channel(Registration held, Clearance load, Clearance.Channel to, Instant now) {
    long officer = speaker(Agency.CUSTOMS, load, new Second.Wish.Lower(to));
    send(
        officer,
        new ClearanceCommand.SetChannel(held.id(), Agency.CUSTOMS, to, voice(officer, held)),
        now);
  }

  /// Where one asked for what takes two another officer says it; some try it themselves.
  private long speaker(Agency agency, Clearance load, Second.Wish wish) {
    boolean asked = load.seconds().stream().anyMatch(second -> second.wish().equals(wish));
    return (asked && !desks.chance(100) ? deputies : officers).getOrDefault(agency, 0L);
  }

  private ClearanceCommand.Voice voice(long officer, Registration held) {
    Subject subject = held.form().leading().plate().subject();
    Optional<Personal<String>> reason =
        desks.chance(900) ? Optional.of(new Personal.Known<>(subject, "seen")) : Optional.empty();
    return new ClearanceCommand.Voice(new UUID(8, officer), reason);
  }

  /// Quarantine looks into a share of what it is asked about; who was in doubt looks again.
  private boolean wants(Agency agency, Clearance load) {
    if (load.inspection().isPresent()) {
      return load.inspection().get().results().stream()
              .anyMatch(r -> r.agency() == agency && r.outcome() == Inspection.Outcome.DOUBT)
          && inspections.chance(500);
    }
    boolean quarantine = agency == Agency.PLANT_QUARANTINE || agency == Agency.MEDICAL_QUARANTINE;
    boolean asked =
        load.tasks().stream()
            .anyMatch(task ->
                task.agency() == agency
                    && Clearance.required(task)
                    && !(task.state() instanceof Clearance.State.Confirmed));
    return quarantine && asked && inspections.chance(faults.red() / 4);
  }

  /// Of an inspection under way: who takes part looks; others join, and some of them want more.
  private boolean inspects(
      Happening.Works turn, Registration held, Inspection inspection, World world, Instant now) {
    Agency agency = turn.agency();
    boolean joined = inspection.has(agency);
    int joins =
        switch (agency) {
          case PLANT_QUARANTINE, ANIMAL_QUARANTINE, MEDICAL_QUARANTINE -> 120;
          case BORDER_GUARD, CUSTOMS -> 80;
          case TRANSPORT_STATION, MANAGEMENT_BOARD, TRAFFIC_POLICE -> 0;
        };
    if (inspections.chance(joined ? 20 : joins)) {
      var wanted = inspections.chance(600) ? bookings(agency, held, world) : List.<Booking>of();
      send(agency, new ClearanceCommand.JoinInspection(held.id(), agency, wanted), now);
      return true;
    }
    if (joined && inspections.chance(600)) {
      look(turn, held, inspection, now);
    }
    return joined;
  }

  /// What that agency wants, where it is done: customs goes by the scanner mostly, quarantine takes
  /// a sample. Now and then an officer names a place that is not there, or does not offer it.
  private List<Booking> bookings(Agency agency, Registration held, World world) {
    boolean quarantine = agency.name().endsWith("_QUARANTINE");
    List<Means> wanted =
        quarantine
            ? List.of(Means.SAMPLING)
            : inspections.chance(700) ? List.of(Means.XRAY) : List.of(Means.XRAY, Means.BAY);
    var named = world.sites().get().places().inspectionsOf(held.form().gate());
    if (named.isEmpty()) {
      return wanted.stream().map(means -> new Booking(means, "BAY-1")).toList();
    }
    if (inspections.chance(30)) {
      return List.of(new Booking(Means.XRAY, "BAY-1"));
    }
    if (inspections.chance(30)) {
      return List.of(new Booking(Means.XRAY, named.getLast().code()));
    }
    List<Booking> offered =
        wanted.stream()
            .flatMap(means ->
                named.stream()
                    .filter(place -> place.means().contains(means))
                    .limit(1)
                    .map(place -> new Booking(means, place.code())))
            .toList();
    var first = named.getFirst();
    return offered.isEmpty()
        ? List.of(new Booking(first.means().getFirst(), first.code()))
        : offered;
  }

  /// In any order, and not all at once. What is wrong holds the load until its agency lifts the
  /// hold; every third such vehicle is turned then.
  private void look(Happening.Works turn, Registration held, Inspection inspection, Instant now) {
    Agency agency = turn.agency();
    for (Booked booked : inspection.owed()) {
      if (inspections.chance(300)) {
        continue;
      }
      int draw = inspections.below(1000);
      Inspection.Outcome found =
          draw < 15
              ? Inspection.Outcome.FAULT
              : draw < 80 ? Inspection.Outcome.DOUBT : Inspection.Outcome.CLEAN;
      send(
          agency, new ClearanceCommand.RecordResult(held.id(), agency, booked.means(), found), now);
      if (found == Inspection.Outcome.FAULT) {
        Instant lifted = now.plusSeconds(60L * inspections.between(30, 600));
        agenda.add(lifted, new Happening.Lifts(turn.truck(), agency));
        if (inspections.chance(333)) {
          agenda.add(lifted.plusSeconds(60), new Happening.IsTurned(turn.truck()));
        }
      }
    }
  }

  private void holds(Happening.Works turn, Registration held, Instant now) {
    Agency agency = turn.agency();
    Clearance.HoldKind kind =
        desks.chance(500)
            ? Clearance.HoldKind.TEST
            : desks.chance(300) ? Clearance.HoldKind.DANGER : Clearance.HoldKind.DOUBT;
    Optional<Instant> said = line.said(now);
    send(
        agency,
        new ClearanceCommand.PlaceHold(
            held.id(), agency, kind, Optional.empty(), List.of(agency), said),
        line.comes(said, now));
    agenda.add(now.plusSeconds(minutes(30, 600)), new Happening.Lifts(turn.truck(), agency));
  }

  /// What takes two is asked for, and said again a little later.
  void lifts(Happening.Lifts turn, World world, Instant now) {
    Optional<Registration> held =
        Environment.passage(turn.truck(), world)
            .filter(Crossing::live)
            .flatMap(c -> c.registration().stream().boxed().findFirst())
            .flatMap(world.registrations()::find);
    Optional<Clearance> load = held.flatMap(one -> world.clearances().find(one.id()));
    if (held.isEmpty() || load.isEmpty()) {
      return;
    }
    for (Clearance.Hold hold : load.get().holds()) {
      if (hold.agency() == turn.agency()) {
        long officer = speaker(turn.agency(), load.get(), new Second.Wish.Lift(hold.id()));
        send(
            officer,
            new ClearanceCommand.LiftHold(
                held.get().id(), hold.id(), turn.agency(), voice(officer, held.get())),
            now);
        if (hold.kind() == Clearance.HoldKind.DANGER) {
          agenda.add(now.plusSeconds(minutes(5, 60)), turn);
        }
      }
    }
  }

  private void confirm(Agency agency, Registration held, String step, Instant now) {
    if (faults.held() > 0 && desks.chance(10)) {
      send(agency, new ClearanceCommand.RefuseStep(held.id(), step, agency, Optional.empty()), now);
    } else {
      Optional<Instant> said = line.said(now);
      OptionalInt seen = line.seen(held.version());
      send(
          agency,
          new ClearanceCommand.ConfirmStep(held.id(), step, agency, seen, Optional.empty(), said),
          line.comes(said, now));
    }
  }

  private void send(Agency agency, ClearanceCommand command, Instant now) {
    send(officers.getOrDefault(agency, 0L), command, now);
  }

  private void send(long officer, ClearanceCommand command, Instant now) {
    var request =
        new Happening.Request(
            new UUID(desks.next(), desks.next()), officer, new Command.OfClearance(command));
    agenda.add(now, new Happening.Comes(request));
    if (desks.chance(faults.retried())) {
      agenda.add(now.plusSeconds(minutes(1, 10)), new Happening.Comes(request));
    }
  }

  private int minutes(int least, int most) {
    return 60 * desks.between(least, most);
  }
}
