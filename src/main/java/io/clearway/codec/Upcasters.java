package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.values.OlderLoads;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How payloads of older versions are lifted to the version that is written now.
///
/// An event begins with version 1; each step added for it makes the next one. So there is no
/// version without the step that leads away from the one before it, and the version written is
/// always one more than the steps. Immutable.
final class Upcasters {

  /// Reads the payload of one version and writes that of the next.
  interface Step {
    void lift(ByteIn old, ByteOut next);
  }

  private final Map<EventType, List<Step>> steps;

  private Upcasters(Map<EventType, List<Step>> steps) {
    this.steps = steps;
  }

  /// Every event is in its first version.
  static Upcasters none() {
    return new Upcasters(new EnumMap<>(EventType.class));
  }

  /// Every step that leads to the versions written now.
  static Upcasters all() {
    return none()
        .with(EventType.SITE_ADOPTED, OlderSites::gates)
        .with(EventType.SITE_ADOPTED, OlderSites::axles)
        .with(EventType.SITE_ADOPTED, OlderSites::parts)
        .with(EventType.SITE_PLANNED, OlderSites::axles)
        .with(EventType.SITE_PLANNED, OlderSites::parts)
        .with(EventType.SITE_ADOPTED, OlderSites::plugs)
        .with(EventType.SITE_PLANNED, OlderSites::plugs)
        .with(EventType.SITE_ADOPTED, OlderSites::inspections)
        .with(EventType.SITE_PLANNED, OlderSites::inspections)
        .with(EventType.SITE_ADOPTED, OlderSites::inspectionTime)
        .with(EventType.SITE_PLANNED, OlderSites::inspectionTime)
        .with(EventType.SITE_ADOPTED, OlderSites::ruleNames)
        .with(EventType.SITE_PLANNED, OlderSites::ruleNames)
        .with(EventType.SITE_ADOPTED, OlderSites::handling)
        .with(EventType.SITE_PLANNED, OlderSites::handling)
        .with(EventType.SITE_ADOPTED, OlderSites::limits)
        .with(EventType.SITE_PLANNED, OlderSites::limits)
        .with(EventType.ACTOR_ENROLLED, AuthorityCodec::liftActor)
        .with(EventType.ACTOR_ENROLLED, AuthorityCodec::liftYards)
        .with(EventType.ACTOR_RESCOPED, AuthorityCodec::liftRescoped)
        .with(EventType.REGISTERED, RegistrationV1::lift)
        .with(EventType.REGISTERED, RegistrationV1::axles)
        .with(EventType.REGISTRATION_AMENDED, RegistrationV1::amendedAxles)
        .with(EventType.CROSSING_CARRIED, CarriedCodec.lift(1))
        .with(EventType.CROSSING_CARRIED, CarriedCodec.lift(2))
        .with(EventType.CROSSING_CARRIED, CarriedCodec.lift(3))
        .with(EventType.CROSSING_CARRIED, CarriedCodec.lift(4))
        .with(EventType.CROSSING_CARRIED, CarriedCodec.lift(5))
        .with(EventType.KEY_SAID_EARLIER, CrossingCodec::liftSaid)
        .with(EventType.TURNING_WITHDRAWN, CrossingCodec::liftWithdrawn)
        .with(EventType.CLEARANCE_CARRIED, OlderLoads::rounds)
        .with(EventType.CLEARANCE_CARRIED, OlderLoads::seconds)
        .with(EventType.CLEARANCE_CARRIED, OlderLoads::places)
        .with(EventType.CLEARANCE_CARRIED, OlderLoads::owed)
        .with(EventType.INSPECTION_OPENED, OlderLoads::opened);
  }

  /// With one more version of that event: the step leads to it from the last one so far.
  Upcasters with(EventType type, Step step) {
    Map<EventType, List<Step>> more = new EnumMap<>(EventType.class);
    more.putAll(steps);
    List<Step> ofType = new ArrayList<>(of(type));
    ofType.add(step);
    more.put(type, List.copyOf(ofType));
    return new Upcasters(more);
  }

  /// The version that is written now.
  int version(EventType type) {
    return of(type).size() + 1;
  }

  /// The steps from that version to the one written now, in order; the version must exist.
  List<Step> from(EventType type, int version) {
    List<Step> all = of(type);
    return all.subList(version - 1, all.size());
  }

  private List<Step> of(EventType type) {
    return steps.getOrDefault(type, List.of());
  }
}
