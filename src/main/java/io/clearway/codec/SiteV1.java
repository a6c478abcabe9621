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

/// The first version of an adopted site: gate pair, route, office and reporting line were one
/// thing. It lifts to a site in which they have one code.
final class SiteV1 {

  /// What holds where the first version said nothing.
  private static final Duration LAPSE = Duration.ofDays(30);

  private SiteV1() {}

  static void lift(ByteIn old, ByteOut next) {
    String complex = old.word();
    String digest = old.text();
    String effective = old.text();
    ZoneId zone = old.zone();
    Duration late = old.duration();
    List<Places.Gate> gates = old.list(SiteV1::gate);
    SiteCodec.site(
        next,
        new Site(
            new Site.Head(complex, digest, effective, zone, zone, late, LAPSE),
            Places.of(gates),
            Rulebook.empty(),
            old.list(ByteIn::text)),
        RulebookCodec::withoutAxles,
        ProcedureCodec::none);
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
}
