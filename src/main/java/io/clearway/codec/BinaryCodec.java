package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.bytes.Limits;
import io.clearway.bytes.PeopleIn;
import io.clearway.bytes.Sealing;
import io.clearway.bytes.Words;
import io.clearway.registration.RegistrationEvent;
import io.clearway.values.VehicleCodec;
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
      case Event.OfTurn e -> TurnCodec.type(e.fact());
      case Event.OfCrossing e -> CrossingCodec.type(e.fact());
      case Event.OfClearance e -> ClearanceCodec.type(e.fact());
      case Event.OfTransshipment e -> TransshipmentEvents.type(e.fact());
      case Event.OfFleet e -> FleetEvents.type(e.fact());
      case Event.OfPairing e -> PairingEvents.type(e.fact());
      case Event.OfFee e -> FeeCodec.type(e.fact());
      case Event.OfCase e -> CaseCodec.type(e.fact());
      case Event.OfWorld e -> WorldCodec.type(e.fact());
    };
  }

  private static void write(ByteOut out, Event event) {
    switch (event) {
      case Event.OfSite e -> SiteCodec.write(out, e.fact());
      case Event.OfAuthority e -> AuthorityCodec.write(out, e.fact());
      case Event.OfRegistration e -> RegistrationCodec.write(out, e.fact());
      case Event.OfTurn e -> TurnCodec.write(out, e.fact());
      case Event.OfCrossing e -> CrossingCodec.write(out, e.fact());
      case Event.OfClearance e -> ClearanceCodec.write(out, e.fact());
      case Event.OfTransshipment e -> TransshipmentEvents.write(out, e.fact());
      case Event.OfFleet e -> FleetEvents.write(out, e.fact());
      case Event.OfPairing e -> PairingEvents.write(out, e.fact());
      case Event.OfFee e -> FeeCodec.write(out, e.fact());
      case Event.OfCase e -> CaseCodec.write(out, e.fact());
      case Event.OfWorld e -> WorldCodec.write(out, e.fact());
    }
  }

  private static Event read(EventType type, ByteIn in) {
    return switch (type.domain()) {
      case "site" ->
          new Event.OfSite(
              type == EventType.SITE_ADOPTED ? SiteCodec.adopted(in) : SiteCodec.planned(in));
      case "authority" -> new Event.OfAuthority(AuthorityCodec.read(type, in));
      case "registration" -> new Event.OfRegistration(registration(type, in));
      case "turn" -> new Event.OfTurn(TurnCodec.read(type, in));
      case "clearance" -> new Event.OfClearance(ClearanceCodec.read(type, in));
      case "crossing" -> new Event.OfCrossing(CrossingCodec.read(type, in));
      case "transshipment" -> new Event.OfTransshipment(TransshipmentEvents.read(type, in));
      case "fleet" -> new Event.OfFleet(FleetEvents.read(type, in));
      case "pairing" -> new Event.OfPairing(PairingEvents.read(type, in));
      case "fee" -> new Event.OfFee(FeeCodec.read(type, in));
      case "reconciliation" ->
          new Event.OfCase(
              type == EventType.CASE_OPENED ? CaseCodec.opened(in) : CaseCodec.closed(in));
      case "world" -> new Event.OfWorld(WorldCodec.read(type, in));
      default -> throw new IllegalArgumentException(type.label() + " is of no domain");
    };
  }

  private static RegistrationEvent registration(EventType type, ByteIn in) {
    if (type == EventType.REGISTERED) {
      return RegistrationCodec.registered(in, VehicleCodec::vehicle);
    }
    if (type == EventType.REGISTRATION_AMENDED) {
      return RegistrationCodec.amended(in, VehicleCodec::vehicle);
    }
    if (type == EventType.PRESET_KEPT) {
      return PresetCodec.kept(in);
    }
    if (type == EventType.PRESET_DROPPED) {
      return PresetCodec.dropped(in);
    }
    if (type == EventType.PAPERS_CONFIRMED) {
      return RegistrationCodec.confirmed(in);
    }
    if (type == EventType.REGISTRATIONS_RETIRED) {
      return RegistrationCodec.retired(in);
    }
    throw new IllegalArgumentException(type.label() + " is no event of a registration");
  }
}
