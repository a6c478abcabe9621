package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.values.PlaceCodec;
import io.clearway.values.ProcedureCodec;
import io.clearway.values.RulebookCodec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The older versions of a site, each lifted to the next.
///
/// In the first, gate pair, route, office and reporting line were one thing: it lifts to a site in
/// which they have one code. Then came the limits for axles, then the posts of the traffic police
/// and what the agencies do, then the plugs for reefers, then the places of inspection and the
/// steps that do for another, then the time of an inspection, then the names of rules, then where
/// goods change vehicles, then how long a stay may be.
final class OlderSites {

  /// What holds where the first version said nothing.
  private static final Duration LAPSE = Duration.ofDays(30);

  private OlderSites() {}

  static void gates(ByteIn old, ByteOut next) {
    String complex = old.word();
    String digest = old.text();
    String effective = old.text();
    ZoneId zone = old.zone();
    Duration late = old.duration();
    List<Places.Gate> gates = old.list(OlderSites::gate);
    withoutPosts(
        next,
        new Site(
            new Site.Head(complex, digest, effective, zone, zone, late, LAPSE),
            Places.of(gates),
            Rulebook.empty(),
            old.list(ByteIn::text)),
        RulebookCodec::withoutAxles);
  }

  private static Places.Gate gate(ByteIn in) {
    String code = in.word();
    return new Places.Gate(
        code,
        PlaceCodec.label(in),
        PlaceCodec.label(in),
        in.list(ByteIn::text),
        Optional.of(in.word()),
        in.list(yard ->
            new Places.Yard(yard.word(), PlaceCodec.label(yard), code, new Figure.Unknown(""))),
        in.list(PlaceCodec::hours));
  }

  static void axles(ByteIn old, ByteOut next) {
    Site site = withoutPosts(old, RulebookCodec::withoutAxles);
    withoutPosts(next, site, RulebookCodec::rulebook);
  }

  /// The posts of the traffic police, and what the agencies do.
  static void parts(ByteIn old, ByteOut next) {
    Site site = withoutPosts(old, RulebookCodec::rulebook);
    withoutInspections(next, site, PlaceCodec::withoutPlugs);
  }

  /// The plugs of a yard: nobody had been asked for their number.
  static void plugs(ByteIn old, ByteOut next) {
    withoutInspections(next, withoutInspections(old, PlaceCodec::withoutPlugs), PlaceCodec::yard);
  }

  /// Where loads are looked at, and which step does for another: neither was said.
  static void inspections(ByteIn old, ByteOut next) {
    withoutInspectionTime(next, withoutInspections(old, PlaceCodec::yard));
  }

  /// How long an inspection may take: nobody was late with one.
  static void inspectionTime(ByteIn old, ByteOut next) {
    SiteCodec.site(next, withoutInspectionTime(old), ProcedureCodec::withoutNames);
  }

  /// What a rule by which a device confirms is called, and who decided it: nobody said.
  static void ruleNames(ByteIn old, ByteOut next) {
    SiteCodec.withoutHandling(
        next,
        SiteCodec.site(
            old, SiteCodec::places, RulebookCodec::rulebook, ProcedureCodec::withoutNames));
  }

  /// Where goods change vehicles: nowhere was said.
  static void handling(ByteIn old, ByteOut next) {
    SiteCodec.withoutLimits(next, SiteCodec.withoutHandling(old));
  }

  /// How long anybody may stay: nobody said.
  static void limits(ByteIn old, ByteOut next) {
    SiteCodec.site(next, SiteCodec.withoutLimits(old));
  }

  private static Site withoutInspectionTime(ByteIn old) {
    return SiteCodec.site(
        old, SiteCodec::places, RulebookCodec::rulebook, ProcedureCodec::withoutInspection);
  }

  private static void withoutInspectionTime(ByteOut out, Site site) {
    SiteCodec.site(out, site, ProcedureCodec::withoutInspection);
  }

  private static Site withoutInspections(ByteIn old, ByteIn.Reader<Places.Yard> yards) {
    return SiteCodec.site(
        old,
        in -> PlaceCodec.places(in, yards, SiteCodec::posts, none -> List.of()),
        RulebookCodec::rulebook,
        ProcedureCodec::withoutStandIns);
  }

  private static void withoutInspections(
      ByteOut out, Site site, ByteOut.Writer<Places.Yard> yards) {
    SiteCodec.head(out, site.head());
    PlaceCodec.withoutPosts(out, site.places(), yards);
    out.list(site.places().posts(), PlaceCodec::post);
    RulebookCodec.rulebook(out, site.rulebook());
    ProcedureCodec.withoutStandIns(out, site.procedure());
    out.list(site.assumptions(), ByteOut::text);
  }

  private static Site withoutPosts(ByteIn old, ByteIn.Reader<Rulebook> rulebook) {
    return SiteCodec.site(
        old,
        in -> PlaceCodec.places(in, PlaceCodec::withoutPlugs, none -> List.of(), none -> List.of()),
        rulebook,
        ProcedureCodec::none);
  }

  private static void withoutPosts(ByteOut out, Site site, ByteOut.Writer<Rulebook> rulebook) {
    SiteCodec.head(out, site.head());
    PlaceCodec.withoutPosts(out, site.places(), PlaceCodec::withoutPlugs);
    rulebook.write(out, site.rulebook());
    out.list(site.assumptions(), ByteOut::text);
  }
}
