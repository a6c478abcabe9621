package io.clearway.link.site;

import io.clearway.link.json.Fields;
import io.clearway.site.Figure;
import io.clearway.site.Means;
import io.clearway.site.Places;
import java.time.Duration;

/// Reads what stands where.
final class PlaceReader {

  private PlaceReader() {}

  static Places places(Fields f) {
    return new Places(
        f.parts("gates", SiteFields.PARTS, PlaceReader::pair),
        f.parts("offices", SiteFields.PARTS, PlaceReader::office),
        f.parts("lines", SiteFields.PARTS, PlaceReader::line),
        f.parts("routes", SiteFields.PARTS, PlaceReader::route),
        f.parts("yards", SiteFields.PARTS, PlaceReader::yard),
        f.parts("parks", SiteFields.PARTS, PlaceReader::park),
        f.optionalParts("posts", SiteFields.PARTS, PlaceReader::post),
        f.optionalParts("inspections", SiteFields.PARTS, PlaceReader::inspection));
  }

  private static Places.InspectionPlace inspection(Fields f) {
    return new Places.InspectionPlace(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("line"),
        f.words("means", Means.class),
        f.part("atOnce", SiteFields::figure));
  }

  private static Places.GatePair pair(Fields f) {
    return new Places.GatePair(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.part("facing", SiteFields::label));
  }

  private static Places.Office office(Fields f) {
    return new Places.Office(
        SiteFields.code(f, "code"), f.part("name", SiteFields::label), f.optionalText("official"));
  }

  private static Places.Line line(Fields f) {
    return new Places.Line(SiteFields.code(f, "code"), f.part("name", SiteFields::label));
  }

  private static Places.Route route(Fields f) {
    return new Places.Route(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.texts("markers", SiteFields.PARTS),
        f.text("gate"),
        f.text("office"),
        f.text("line"),
        f.word("way", Places.Way.class),
        f.part("lanes", PlaceReader::lanes),
        SiteFields.hours(f, "hours"),
        SiteFields.hours(f, "facingHours"),
        f.part("perDay", SiteFields::figure));
  }

  private static Places.Lanes lanes(Fields f) {
    Figure out = f.part("out", SiteFields::figure);
    Figure in = f.part("in", SiteFields::figure);
    Figure reversible = f.part("reversible", SiteFields::figure);
    if (out instanceof Figure.Known o
        && in instanceof Figure.Known i
        && reversible instanceof Figure.Known r
        && r.most() > o.most() + i.most()) {
      f.fault("reversible", "LANES_TOO_MANY", "No more lanes are reversible than there are.");
    }
    return new Places.Lanes(out, in, reversible);
  }

  private static Places.Yard yard(Fields f) {
    return new Places.Yard(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("line"),
        f.part("spaces", SiteFields::figure),
        f.has("plugs") ? f.part("plugs", SiteFields::figure) : new Figure.Unknown("not stated"));
  }

  private static Places.Post post(Fields f) {
    return new Places.Post(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("road"),
        f.texts("lines", SiteFields.PARTS),
        SiteFields.duration(f, "drive", Duration.ofDays(1)),
        SiteFields.duration(f, "ahead", Duration.ofDays(7)),
        SiteFields.origin(f));
  }

  private static Places.Park park(Fields f) {
    return new Places.Park(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("road"),
        f.texts("lines", SiteFields.PARTS),
        f.part("spaces", SiteFields::figure),
        SiteFields.optionalDay(f, "compulsoryFrom"));
  }
}
