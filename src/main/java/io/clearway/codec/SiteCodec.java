package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.values.HandlingCodec;
import io.clearway.values.LimitsCodec;
import io.clearway.values.PlaceCodec;
import io.clearway.values.ProcedureCodec;
import io.clearway.values.RulebookCodec;
import java.util.List;

/// Events of the place, in bytes; the parts are in [PlaceCodec] and [RulebookCodec].
final class SiteCodec {

  private SiteCodec() {}

  static EventType type(SiteEvent fact) {
    return switch (fact) {
      case SiteEvent.SiteAdopted e -> EventType.SITE_ADOPTED;
      case SiteEvent.SitePlanned e -> EventType.SITE_PLANNED;
    };
  }

  static void write(ByteOut out, SiteEvent fact) {
    switch (fact) {
      case SiteEvent.SiteAdopted(Site site) -> site(out, site);
      case SiteEvent.SitePlanned(Site site) -> site(out, site);
    }
  }

  static SiteEvent.SiteAdopted adopted(ByteIn in) {
    return new SiteEvent.SiteAdopted(site(in));
  }

  static SiteEvent.SitePlanned planned(ByteIn in) {
    return new SiteEvent.SitePlanned(site(in));
  }

  static void site(ByteOut out, Site site) {
    parts(out, site, ProcedureCodec::procedure);
    HandlingCodec.handling(out, site.handling());
    LimitsCodec.limits(out, site.limits());
    out.list(site.assumptions(), ByteOut::text);
  }

  /// As it was when no stay was limited.
  static void withoutLimits(ByteOut out, Site site) {
    parts(out, site, ProcedureCodec::procedure);
    HandlingCodec.handling(out, site.handling());
    out.list(site.assumptions(), ByteOut::text);
  }

  /// As it was when goods changed vehicles nowhere.
  static void withoutHandling(ByteOut out, Site site) {
    site(out, site, ProcedureCodec::procedure);
  }

  static void site(ByteOut out, Site site, ByteOut.Writer<Procedure> procedure) {
    parts(out, site, procedure);
    out.list(site.assumptions(), ByteOut::text);
  }

  private static void parts(ByteOut out, Site site, ByteOut.Writer<Procedure> procedure) {
    head(out, site.head());
    PlaceCodec.withoutPosts(out, site.places(), PlaceCodec::yard);
    out.list(site.places().posts(), PlaceCodec::post);
    out.list(site.places().inspections(), PlaceCodec::inspection);
    RulebookCodec.rulebook(out, site.rulebook());
    procedure.write(out, site.procedure());
  }

  private static Site site(ByteIn in) {
    return new Site(
        head(in),
        places(in),
        RulebookCodec.rulebook(in),
        ProcedureCodec.procedure(in),
        HandlingCodec.handling(in),
        LimitsCodec.limits(in),
        in.list(ByteIn::text));
  }

  static Site withoutLimits(ByteIn in) {
    return new Site(
        head(in),
        places(in),
        RulebookCodec.rulebook(in),
        ProcedureCodec.procedure(in),
        HandlingCodec.handling(in),
        in.list(ByteIn::text));
  }

  static Site withoutHandling(ByteIn in) {
    return site(in, SiteCodec::places, RulebookCodec::rulebook, ProcedureCodec::procedure);
  }

  private static Site.Head head(ByteIn in) {
    return new Site.Head(
        in.word(), in.text(), in.text(), in.zone(), in.zone(), in.duration(), in.duration());
  }

  static Places places(ByteIn in) {
    return PlaceCodec.places(
        in, PlaceCodec::yard, SiteCodec::posts, list -> list.list(PlaceCodec::inspection));
  }

  static List<Places.Post> posts(ByteIn in) {
    return in.list(PlaceCodec::post);
  }

  static Site site(
      ByteIn in,
      ByteIn.Reader<Places> places,
      ByteIn.Reader<Rulebook> rulebook,
      ByteIn.Reader<Procedure> procedure) {
    return new Site(
        head(in), places.read(in), rulebook.read(in), procedure.read(in), in.list(ByteIn::text));
  }

  static void head(ByteOut out, Site.Head head) {
    out.text(head.complex());
    out.text(head.digest());
    out.text(head.effective());
    out.text(head.zone().getId());
    out.text(head.facingZone().getId());
    out.duration(head.agencyLateAfter());
    out.duration(head.lapseAfter());
  }
}
