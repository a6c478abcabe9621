package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import java.util.List;

/// What stands where, in bytes: the parts of a record in the order in which it names them.
public final class PlaceCodec {

  private PlaceCodec() {}

  /// Without posts and places of inspection, which came later.
  ///
  /// @param yards how one is written
  public static void withoutPosts(ByteOut out, Places places, ByteOut.Writer<Places.Yard> yards) {
    out.list(places.pairs(), PlaceCodec::pair);
    out.list(places.offices(), PlaceCodec::office);
    out.list(places.lines(), PlaceCodec::line);
    out.list(places.routes(), PlaceCodec::route);
    out.list(places.yards(), yards);
    out.list(places.parks(), PlaceCodec::park);
  }

  public static Places places(
      ByteIn in,
      ByteIn.Reader<Places.Yard> yards,
      ByteIn.Reader<List<Places.Post>> posts,
      ByteIn.Reader<List<Places.InspectionPlace>> inspections) {
    return new Places(
        in.list(PlaceCodec::pair),
        in.list(PlaceCodec::office),
        in.list(PlaceCodec::line),
        in.list(PlaceCodec::route),
        in.list(yards),
        in.list(PlaceCodec::park),
        posts.read(in),
        inspections.read(in));
  }

  public static void inspection(ByteOut out, Places.InspectionPlace place) {
    out.text(place.code());
    label(out, place.name());
    out.text(place.line());
    out.list(place.means(), LoadEnums::means);
    figure(out, place.atOnce());
  }

  public static Places.InspectionPlace inspection(ByteIn in) {
    return new Places.InspectionPlace(
        in.word(), label(in), in.word(), in.list(LoadEnums::means), figure(in));
  }

  public static void post(ByteOut out, Places.Post post) {
    out.text(post.code());
    label(out, post.name());
    out.text(post.road());
    out.list(post.lines(), ByteOut::text);
    out.duration(post.drive());
    out.duration(post.ahead());
    origin(out, post.origin());
  }

  public static Places.Post post(ByteIn in) {
    return new Places.Post(
        in.word(),
        label(in),
        in.text(),
        in.list(ByteIn::word),
        in.duration(),
        in.duration(),
        origin(in));
  }

  public static void label(ByteOut out, Places.Label label) {
    out.text(label.vi());
    out.text(label.en());
    out.text(label.zh());
  }

  public static Places.Label label(ByteIn in) {
    return new Places.Label(in.text(), in.text(), in.text());
  }

  public static void figure(ByteOut out, Figure figure) {
    switch (figure) {
      case Figure.Known(long least, long most, Figure.Origin origin) -> {
        out.varint(1);
        out.number(least);
        out.number(most);
        origin(out, origin);
      }
      case Figure.Unknown(String why) -> {
        out.varint(2);
        out.text(why);
      }
    }
  }

  public static Figure figure(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Figure.Known(in.number(), in.number(), origin(in));
      case 2 -> new Figure.Unknown(in.text());
      default -> throw in.corrupt("no such figure");
    };
  }

  public static void origin(ByteOut out, Figure.Origin origin) {
    SiteEnums.evidence(out, origin.evidence());
    out.text(origin.source());
  }

  public static Figure.Origin origin(ByteIn in) {
    return new Figure.Origin(SiteEnums.evidence(in), in.text());
  }

  private static void pair(ByteOut out, Places.GatePair pair) {
    out.text(pair.code());
    label(out, pair.name());
    label(out, pair.facing());
  }

  private static Places.GatePair pair(ByteIn in) {
    return new Places.GatePair(in.word(), label(in), label(in));
  }

  private static void office(ByteOut out, Places.Office office) {
    out.text(office.code());
    label(out, office.name());
    out.optional(office.official(), ByteOut::text);
  }

  private static Places.Office office(ByteIn in) {
    return new Places.Office(in.word(), label(in), in.optional(ByteIn::text));
  }

  private static void line(ByteOut out, Places.Line line) {
    out.text(line.code());
    label(out, line.name());
  }

  private static Places.Line line(ByteIn in) {
    return new Places.Line(in.word(), label(in));
  }

  private static void route(ByteOut out, Places.Route route) {
    out.text(route.code());
    label(out, route.name());
    out.list(route.markers(), ByteOut::text);
    out.text(route.pair());
    out.text(route.office());
    out.text(route.line());
    SiteEnums.way(out, route.way());
    figure(out, route.lanes().out());
    figure(out, route.lanes().in());
    figure(out, route.lanes().reversible());
    out.list(route.hours(), PlaceCodec::hours);
    out.list(route.facingHours(), PlaceCodec::hours);
    figure(out, route.perDay());
  }

  private static Places.Route route(ByteIn in) {
    return new Places.Route(
        in.word(),
        label(in),
        in.list(ByteIn::text),
        in.word(),
        in.word(),
        in.word(),
        SiteEnums.way(in),
        new Places.Lanes(figure(in), figure(in), figure(in)),
        in.list(PlaceCodec::hours),
        in.list(PlaceCodec::hours),
        figure(in));
  }

  public static void yard(ByteOut out, Places.Yard yard) {
    withoutPlugs(out, yard);
    figure(out, yard.plugs());
  }

  public static Places.Yard yard(ByteIn in) {
    return new Places.Yard(in.word(), label(in), in.word(), figure(in), figure(in));
  }

  /// As it was before anybody was asked for them.
  public static void withoutPlugs(ByteOut out, Places.Yard yard) {
    out.text(yard.code());
    label(out, yard.name());
    out.text(yard.line());
    figure(out, yard.spaces());
  }

  public static Places.Yard withoutPlugs(ByteIn in) {
    return new Places.Yard(in.word(), label(in), in.word(), figure(in));
  }

  private static void park(ByteOut out, Places.Park park) {
    out.text(park.code());
    label(out, park.name());
    out.text(park.road());
    out.list(park.lines(), ByteOut::text);
    figure(out, park.spaces());
    out.optional(park.compulsoryFrom(), ByteOut::text);
  }

  private static Places.Park park(ByteIn in) {
    return new Places.Park(
        in.word(),
        label(in),
        in.text(),
        in.list(ByteIn::word),
        figure(in),
        in.optional(ByteIn::text));
  }

  private static void hours(ByteOut out, Places.Hours hours) {
    SiteEnums.direction(out, hours.direction());
    out.varint(hours.opens().toNanoOfDay());
    out.varint(hours.closes().toNanoOfDay());
  }

  public static Places.Hours hours(ByteIn in) {
    return new Places.Hours(EnumCodes.direction(in), in.localTime(), in.localTime());
  }
}
