package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.site.Limits;
import io.clearway.site.Means;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The sites in [GoldenEvents], and what the first version's bytes are lifted to. Never changed.
final class GoldenSites {

  private static final Places.Label NAME = new Places.Label("Hữu Nghị", "Friendship", "友谊");
  private static final Places.Label FACING = new Places.Label("Hữu Nghị Quan", "Youyi Pass", "友谊关");
  private static final Figure.Origin STATED =
      new Figure.Origin(Figure.Evidence.S, "https://example.org/a");
  private static final List<Procedure.StandIn> STAND_INS =
      List.of(new Procedure.StandIn("SUPERVISION", "MEDICAL_CHECK", "2026-02-03", "Law 1"));

  private static final Optional<String> LAST = Optional.of("2026-12-31");
  private static final Procedure.Automatic NAMED =
      new Procedure.Automatic(
          "THERMAL",
          NAME,
          "MEDICAL_CHECK",
          Agency.MEDICAL_QUARANTINE,
          "2026-01-01",
          LAST,
          "Decision 1");
  private static final Procedure.Automatic NAMELESS =
      Procedure.Automatic.nameless(
          "THERMAL", "MEDICAL_CHECK", Agency.MEDICAL_QUARANTINE, "2026-01-01", LAST);

  private static final Figure UNKNOWN = new Figure.Unknown("not found");
  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration LATE = Duration.ofMinutes(15).plusNanos(1);
  private static final Duration LAPSE = Duration.ofDays(10).plusNanos(7);
  private static final List<Places.Hours> HOURS =
      List.of(new Places.Hours(Direction.EXPORT, LocalTime.of(7, 0), LocalTime.of(22, 30, 15, 1)));
  private static final List<String> ASSUMED = List.of("Hours as published, not confirmed.");

  private static final List<Places.Post> POSTS =
      List.of(
          new Places.Post(
              "C-1",
              NAME,
              "QL1A",
              List.of("TT"),
              Duration.ofMinutes(75),
              Duration.ofHours(4).plusNanos(3),
              new Figure.Origin(Figure.Evidence.A, "")));

  private static final Figure PLUGS = new Figure.Known(12, 20, STATED);
  private static final Figure NO_PLUGS = new Figure.Unknown("not stated");

  private GoldenSites() {}

  private static final List<Places.InspectionPlace> INSPECTIONS =
      List.of(
          new Places.InspectionPlace(
              "TT_SCAN",
              NAME,
              "TT",
              List.of(Means.XRAY, Means.SAMPLING),
              new Figure.Known(1, 2, STATED)));

  static Site full() {
    return new Site(
        new Site.Head(
            "lang-son", DIGEST, "2026-11-24", HANOI, ZoneId.of("Asia/Shanghai"), LATE, LAPSE),
        places(POSTS, PLUGS, INSPECTIONS),
        rulebook(
            List.of(
                new Rulebook.AxleLimit(2, UNKNOWN),
                new Rulebook.AxleLimit(6, new Figure.Known(48_000, 48_000, STATED)))),
        procedure(NAMED, STAND_INS, Optional.of(Duration.ofMinutes(90))),
        HANDLING,
        LIMITS,
        ASSUMED);
  }

  private static final Limits LIMITS =
      new Limits(
          List.of(
              new Limits.Stay(
                  Limits.Kind.TWO_WAY,
                  new Figure.Known(30, 36, STATED),
                  Duration.ofHours(3),
                  "2025-12-10"),
              new Limits.Stay(Limits.Kind.ONE_WAY, UNKNOWN, Duration.ofMinutes(90), "2025-12-10"),
              new Limits.Stay(
                  Limits.Kind.PERSON,
                  new Figure.Known(72, 72, STATED),
                  Duration.ofHours(24),
                  "2026-01-01")));

  private static final Handling HANDLING =
      new Handling(
          List.of(
              new Handling.Area(
                  "A-1",
                  NAME,
                  "Y-1",
                  new Figure.Known(4, 6, STATED),
                  List.of(
                      new Handling.Crew(Handling.Method.GANG, UNKNOWN, Duration.ofMinutes(50)),
                      new Handling.Crew(
                          Handling.Method.CRANE,
                          new Figure.Known(1, 1, STATED),
                          Duration.ofMinutes(20)),
                      new Handling.Crew(
                          Handling.Method.TRAILER, UNKNOWN, Duration.ofSeconds(7, 5))))),
          List.of(
              new Handling.Tolerance(List.of(), 5, 0, "2026-01-01", STATED),
              new Handling.Tolerance(List.of("07", "08"), 1000, 3, "2026-02-01", STATED)),
          Duration.ofMinutes(90));

  private static Procedure procedure(
      Procedure.Automatic rule,
      List<Procedure.StandIn> standIns,
      Optional<Duration> inspectionWithin) {
    return new Procedure(
        List.of(medical(), release()),
        List.of(
            new Procedure.Barrier(
                "SUPERVISION", Optional.of(Direction.EXPORT), "2026-01-01", "Circular 1")),
        List.of(rule),
        List.of(
            new AgencyHours(
                Agency.PLANT_QUARANTINE, LocalTime.of(7, 0), LocalTime.of(17, 30, 0, 5))),
        standIns,
        inspectionWithin);
  }

  private static Procedure.Step medical() {
    return new Procedure.Step(
        "MEDICAL_CHECK",
        Agency.MEDICAL_QUARANTINE,
        NAME,
        new Procedure.Applies(
            Procedure.Trigger.MEDICAL_ASKED, Optional.of(Direction.IMPORT), List.of("0810")),
        List.of(Procedure.Point.PAPERS, Procedure.Point.VEHICLE),
        List.of(),
        Duration.ofMinutes(20),
        STATED);
  }

  private static Procedure.Step release() {
    return new Procedure.Step(
        "SUPERVISION",
        Agency.CUSTOMS,
        NAME,
        new Procedure.Applies(Procedure.Trigger.ALWAYS, Optional.empty(), List.of()),
        List.of(Procedure.Point.ENTERED, Procedure.Point.IN_YARD),
        List.of("MEDICAL_CHECK"),
        Duration.ofMinutes(15),
        STATED);
  }

  /// What version 2 is lifted to: there were no limits for axles.
  static Site fullOfVersion2() {
    return new Site(
        full().head(), places(List.of(), NO_PLUGS, List.of()), rulebook(List.of()), ASSUMED);
  }

  /// What version 3 is lifted to: there were no posts.
  static Site fullOfVersion3() {
    return new Site(
        full().head(), places(List.of(), NO_PLUGS, List.of()), full().rulebook(), ASSUMED);
  }

  /// What version 4 is lifted to: nobody had been asked for plugs.
  static Site fullOfVersion4() {
    return new Site(
        full().head(),
        places(POSTS, NO_PLUGS, List.of()),
        full().rulebook(),
        procedure(NAMELESS, List.of(), Optional.empty()),
        ASSUMED);
  }

  /// What version 5 is lifted to: no place of inspection was named, no step did for another.
  static Site fullOfVersion5() {
    return new Site(
        full().head(),
        places(POSTS, PLUGS, List.of()),
        full().rulebook(),
        procedure(NAMELESS, List.of(), Optional.empty()),
        ASSUMED);
  }

  /// What version 6 is lifted to: nobody was late with an inspection.
  static Site fullOfVersion6() {
    return new Site(
        full().head(),
        full().places(),
        full().rulebook(),
        procedure(NAMELESS, STAND_INS, Optional.empty()),
        ASSUMED);
  }

  /// What version 7 is lifted to: a rule had a code and no name.
  static Site fullOfVersion7() {
    return new Site(
        full().head(),
        full().places(),
        full().rulebook(),
        procedure(NAMELESS, STAND_INS, Optional.of(Duration.ofMinutes(90))),
        ASSUMED);
  }

  /// What version 8 is lifted to: goods changed vehicles nowhere.
  static Site fullOfVersion8() {
    return new Site(full().head(), full().places(), full().rulebook(), full().procedure(), ASSUMED);
  }

  /// What version 9 of the site adopted is lifted to: no stay was limited.
  static Site fullOfVersion9() {
    return new Site(
        full().head(), full().places(), full().rulebook(), full().procedure(), HANDLING, ASSUMED);
  }

  static Site minimal() {
    return new Site(
        new Site.Head(
            "", "", "", ZoneOffset.UTC, ZoneOffset.UTC, Duration.ZERO, Duration.ofDays(30)),
        new Places(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        Rulebook.empty(),
        List.of());
  }

  /// Version 1 knew one gate where there are five things now.
  static Site fullOfVersion1() {
    Places.Gate gate =
        new Places.Gate(
            "HN-1",
            NAME,
            FACING,
            List.of("1116-1117", "1119-1120"),
            Optional.of("15BB"),
            List.of(new Places.Yard("Y-1", NAME, "HN-1", new Figure.Unknown(""))),
            HOURS);
    return new Site(
        new Site.Head("lang-son", DIGEST, "2026-11-24", HANOI, HANOI, LATE, Duration.ofDays(30)),
        Places.of(List.of(gate)),
        Rulebook.empty(),
        ASSUMED);
  }

  private static Places places(
      List<Places.Post> posts, Figure plugs, List<Places.InspectionPlace> inspections) {
    return new Places(
        List.of(new Places.GatePair("HN", NAME, FACING)),
        List.of(
            new Places.Office("HQ_TT", NAME, Optional.of("15BB")),
            new Places.Office("HQ_HN", NAME, Optional.empty())),
        List.of(new Places.Line("TT", NAME)),
        List.of(
            new Places.Route(
                "TT_1088",
                NAME,
                List.of("1088/2-1089"),
                "HN",
                "HQ_TT",
                "TT",
                Places.Way.PASSAGE,
                new Places.Lanes(new Figure.Known(2, 3, STATED), UNKNOWN, UNKNOWN),
                HOURS,
                HOURS,
                new Figure.Known(400, 400, STATED))),
        List.of(new Places.Yard("Y-1", NAME, "TT", UNKNOWN, plugs)),
        List.of(
            new Places.Park("P-1", NAME, "QL1A", List.of("TT"), UNKNOWN, Optional.of("2025-05-03")),
            new Places.Park("P-2", NAME, "", List.of(), UNKNOWN, Optional.empty())),
        posts,
        inspections);
  }

  private static Rulebook rulebook(List<Rulebook.AxleLimit> axles) {
    return new Rulebook(
        "HS 2022",
        List.of(
            new Rulebook.Commodity(
                "DURIAN",
                NAME,
                List.of("081060"),
                Rulebook.Perishability.VERY_PERISHABLE,
                new Figure.Origin(Figure.Evidence.K, ""))),
        List.of(
            new Rulebook.Eligibility(
                "DURIAN",
                Direction.EXPORT,
                List.of("TT_1088"),
                Rulebook.Elsewhere.ASK,
                new Figure.Origin(Figure.Evidence.I, "x"))),
        needs(),
        List.of(new Rulebook.VehicleClass("VT6", NAME, UNKNOWN, new Figure.Known(0, 9, STATED))),
        List.of(
            new Rulebook.Tariff(
                Rulebook.Tariff.Kind.COEFFICIENT, "EXPORT", "ORE", "VT6", "2025-05-08", UNKNOWN)),
        List.of(new Rulebook.Reliance(Agency.TRAFFIC_POLICE, List.of("vehicles[].plateNumber"))),
        new Figure.Known(2_000_000, 2_000_000, STATED),
        axles);
  }

  private static List<Rulebook.Need> needs() {
    return List.of(
        new Rulebook.Need(
            Agency.PLANT_QUARANTINE,
            Optional.of(Direction.EXPORT),
            List.of("081060"),
            Rulebook.Paper.RESIDUE_REPORT,
            Rulebook.Stage.CALL,
            Optional.of("2025-01-10"),
            new Figure.Origin(Figure.Evidence.C, "y")),
        new Rulebook.Need(
            Agency.CUSTOMS,
            Optional.empty(),
            List.of(),
            Rulebook.Paper.CUSTOMS_DECLARATION,
            Rulebook.Stage.REGISTRATION,
            Optional.empty(),
            new Figure.Origin(Figure.Evidence.A, "")));
  }
}
