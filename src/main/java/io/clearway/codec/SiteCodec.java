package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;

/// Events of the place, in bytes: the parts of a record in the order in which it names them.
final class SiteCodec {

  private SiteCodec() {}

  static EventType type(SiteEvent fact) {
    return switch (fact) {
      case SiteEvent.SiteAdopted e -> EventType.SITE_ADOPTED;
    };
  }

  static void write(ByteOut out, SiteEvent fact) {
    switch (fact) {
      case SiteEvent.SiteAdopted(Site site) -> site(out, site);
    }
  }

  static SiteEvent.SiteAdopted adopted(ByteIn in) {
    return new SiteEvent.SiteAdopted(site(in));
  }

  private static void site(ByteOut out, Site site) {
    out.text(site.complex());
    out.text(site.digest());
    out.text(site.effective());
    out.text(site.zone().getId());
    out.duration(site.agencyLateAfter());
    out.list(site.gates(), SiteCodec::gate);
    out.list(site.assumptions(), ByteOut::text);
  }

  private static Site site(ByteIn in) {
    return new Site(
        in.word(),
        in.text(),
        in.text(),
        in.zone(),
        in.duration(),
        in.list(SiteCodec::gate),
        in.list(ByteIn::text));
  }

  private static void gate(ByteOut out, Site.GatePair gate) {
    out.text(gate.code());
    label(out, gate.name());
    label(out, gate.facing());
    out.list(gate.markers(), ByteOut::text);
    out.text(gate.customsOffice());
    out.list(gate.yards(), SiteCodec::yard);
    out.list(gate.hours(), SiteCodec::hours);
  }

  private static Site.GatePair gate(ByteIn in) {
    return new Site.GatePair(
        in.word(),
        label(in),
        label(in),
        in.list(ByteIn::text),
        in.word(),
        in.list(SiteCodec::yard),
        in.list(SiteCodec::hours));
  }

  private static void label(ByteOut out, Site.Label label) {
    out.text(label.vi());
    out.text(label.en());
    out.text(label.zh());
  }

  private static Site.Label label(ByteIn in) {
    return new Site.Label(in.text(), in.text(), in.text());
  }

  private static void yard(ByteOut out, Site.Yard yard) {
    out.text(yard.code());
    label(out, yard.name());
  }

  private static Site.Yard yard(ByteIn in) {
    return new Site.Yard(in.word(), label(in));
  }

  private static void hours(ByteOut out, Site.Hours hours) {
    out.varint(EnumCodes.of(hours.direction()));
    out.varint(hours.opens().toNanoOfDay());
    out.varint(hours.closes().toNanoOfDay());
  }

  private static Site.Hours hours(ByteIn in) {
    return new Site.Hours(EnumCodes.direction(in), in.localTime(), in.localTime());
  }
}
