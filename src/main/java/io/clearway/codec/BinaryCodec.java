package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.bytes.Limits;
import io.clearway.bytes.PeopleIn;
import io.clearway.bytes.Sealing;
import io.clearway.bytes.Words;
import io.clearway.world.Event;
import java.util.ArrayList;
import java.util.List;

/// Events in the binary form of `docs/events.md`. Thread-safe.
public final class BinaryCodec implements EventCodec {

  private final Sealing sealing;
  private final Upcasters upcasters;
  private final Words words = new Words();

  public BinaryCodec(Sealing sealing) {
    this(sealing, Upcasters.all());
  }

  BinaryCodec(Sealing sealing, Upcasters upcasters) {
    this.sealing = sealing;
    this.upcasters = upcasters;
  }

  /// @throws IllegalArgumentException when the entry exceeds what one may hold: 16 MiB, 100,000
  ///   events or items of a list, 64 KiB of a text
  @Override
  public byte[] encode(List<Event> events) {
    ByteOut body = new ByteOut();
    ByteOut payload = new ByteOut();
    ByteOut scratch = new ByteOut();
    body.list(
        events,
        (out, event) -> {
          EventType type = type(event);
          payload.clear();
          write(payload, event);
          out.varint(type.number());
          out.varint(upcasters.version(type));
          payload.people().write(out, scratch, sealing);
          out.block(payload);
        });
    return body.toBytes();
  }

  @Override
  public List<Event> decode(byte[] body) {
    if (body.length > Limits.BODY) {
      throw new IllegalStateException(
          "corrupt event bytes: " + body.length + " of them, at most " + Limits.BODY);
    }
    ByteIn in = new ByteIn(body, PeopleIn.NOBODY, words);
    int count = in.count();
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(readEvent(in));
    }
    in.done();
    return List.copyOf(events);
  }

  private Event readEvent(ByteIn in) {
    long number = in.varint();
    EventType type =
        EventType.find(number)
            .orElseThrow(
                () -> in.corrupt("no event has the number " + Long.toUnsignedString(number)));
    long version = in.varint();
    int newest = upcasters.version(type);
    if (version < 1 || version > newest) {
      throw in.corrupt(
          type.label()
              + (" has version " + Long.toUnsignedString(version))
              + (" and this program knows 1 to " + newest));
    }
    ByteIn payload = in.block(PeopleIn.read(in, sealing));
    for (Upcasters.Step step : upcasters.from(type, (int) version)) {
      payload = lifted(step, payload);
    }
    Event event = read(type, payload);
    payload.done();
    return event;
  }

  private ByteIn lifted(Upcasters.Step step, ByteIn old) {
    ByteOut next = new ByteOut();
    step.lift(old, next);
    old.done();
    return new ByteIn(next.toBytes(), PeopleIn.of(next.people()), words);
  }

  static EventType type(Event event) {
    return switch (event) {
      case Event.OfSite e -> SiteCodec.type(e.fact());
      case Event.OfAuthority e -> AuthorityCodec.type(e.fact());
      case Event.OfRegistration e -> RegistrationCodec.type(e.fact());
      case Event.OfCrossing e -> CrossingCodec.type(e.fact());
      case Event.OfCase e -> CaseCodec.type(e.fact());
      case Event.OfWorld e -> WorldCodec.type(e.fact());
    };
  }

  private static void write(ByteOut out, Event event) {
    switch (event) {
      case Event.OfSite e -> SiteCodec.write(out, e.fact());
      case Event.OfAuthority e -> AuthorityCodec.write(out, e.fact());
      case Event.OfRegistration e -> RegistrationCodec.write(out, e.fact());
      case Event.OfCrossing e -> CrossingCodec.write(out, e.fact());
      case Event.OfCase e -> CaseCodec.write(out, e.fact());
      case Event.OfWorld e -> WorldCodec.write(out, e.fact());
    }
  }

  private static Event read(EventType type, ByteIn in) {
    return switch (type) {
      case SITE_ADOPTED -> new Event.OfSite(SiteCodec.adopted(in, RulebookCodec::rulebook));
      case SITE_PLANNED -> new Event.OfSite(SiteCodec.planned(in, RulebookCodec::rulebook));
      case ACTOR_ENROLLED,
          ACTOR_REVOKED,
          ACTOR_RESCOPED,
          SECRET_RENEWED,
          PROPOSED,
          APPROVED,
          PROPOSALS_CLOSED,
          PAST_CARRIED ->
          new Event.OfAuthority(AuthorityCodec.read(type, in));
      case REGISTERED ->
          new Event.OfRegistration(RegistrationCodec.registered(in, VehicleCodec::vehicle));
      case REGISTRATION_AMENDED ->
          new Event.OfRegistration(RegistrationCodec.amended(in, VehicleCodec::vehicle));
      case PRESET_KEPT -> new Event.OfRegistration(PresetCodec.kept(in));
      case PRESET_DROPPED -> new Event.OfRegistration(PresetCodec.dropped(in));
      case PAPERS_CONFIRMED -> new Event.OfRegistration(RegistrationCodec.confirmed(in));
      case REGISTRATIONS_RETIRED -> new Event.OfRegistration(RegistrationCodec.retired(in));
      case VEHICLE_ARRIVED -> new Event.OfCrossing(CrossingCodec.vehicleArrived(in));
      case REGISTRATION_LINKED -> new Event.OfCrossing(CrossingCodec.registrationLinked(in));
      case FIRST_KEY_TURNED -> new Event.OfCrossing(CrossingCodec.firstKeyTurned(in));
      case ENTRY_COMPLETED -> new Event.OfCrossing(CrossingCodec.entryCompleted(in));
      case AGENCY_LATE -> new Event.OfCrossing(CrossingCodec.agencyLate(in));
      case YARD_ENTERED -> new Event.OfCrossing(CrossingCodec.yardEntered(in));
      case YARD_LEFT -> new Event.OfCrossing(CrossingCodec.yardLeft(in));
      case GATE_LEFT -> new Event.OfCrossing(CrossingCodec.gateLeft(in));
      case REPORT_SET_ASIDE -> new Event.OfCrossing(CrossingCodec.reportSetAside(in));
      case CROSSING_CARRIED -> new Event.OfCrossing(CarriedCodec.carried(in));
      case CROSSINGS_RETIRED -> new Event.OfCrossing(CrossingCodec.retired(in));
      case KEYS_VOIDED -> new Event.OfCrossing(CrossingCodec.voided(in));
      case KEY_RENEWED -> new Event.OfCrossing(CrossingCodec.renewed(in));
      case CASE_OPENED -> new Event.OfCase(CaseCodec.opened(in));
      case CASE_CLOSED -> new Event.OfCase(CaseCodec.closed(in));
      case KEY_DUE, OBLIGATION_OPENED, OBLIGATION_CLOSED, CLOCK_SET, BOOKS_OPENED, SUBJECT_ERASED ->
          new Event.OfWorld(WorldCodec.read(type, in));
    };
  }
}
