package io.clearway.link.site;

import io.clearway.link.json.Fields;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Agency;
import io.clearway.site.Handling;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What the parts of a site file say of each other: a code is given once and every code that is
/// referred to exists.
final class SiteLinks {

  private final Fields fields;

  private SiteLinks(Fields fields) {
    this.fields = fields;
  }

  static void check(Fields fields, Places places, Rulebook rulebook) {
    SiteLinks links = new SiteLinks(fields);
    links.places(places);
    links.rulebook(places, rulebook);
  }

  /// An area lies in a yard, and one crew does one thing.
  static void check(Fields fields, Places places, Handling handling) {
    SiteLinks links = new SiteLinks(fields);
    links.codes("handling.areas", handling.areas(), Handling.Area::code);
    Set<String> yards = new TreeSet<>(places.yards().stream().map(Places.Yard::code).toList());
    links.each("handling.areas", ".yard", handling.areas(), Handling.Area::yard, yards);
    for (int i = 0; i < handling.areas().size(); i++) {
      Set<Handling.Method> seen = new TreeSet<>();
      List<Handling.Crew> crews = handling.areas().get(i).crews();
      for (int j = 0; j < crews.size(); j++) {
        if (!seen.add(crews.get(j).method())) {
          fields.fault(
              "handling.areas[" + i + "].crews[" + j + "].method",
              "CODE_TWICE",
              "Another one has this code.");
        }
      }
    }
  }

  static void check(Fields fields, Procedure procedure) {
    new SiteLinks(fields).procedure(procedure);
  }

  /// What a step waits for exists and does not wait for the step itself.
  private void procedure(Procedure p) {
    Set<String> steps = codes("procedure.steps", p.steps(), Procedure.Step::code);
    Set<String> earlier = new TreeSet<>();
    for (int i = 0; i < p.steps().size(); i++) {
      Procedure.Step step = p.steps().get(i);
      for (int j = 0; j < step.following().size(); j++) {
        String at = "procedure.steps[" + i + "].following[" + j + "]";
        one(at, step.following().get(j), steps);
        if (steps.contains(step.following().get(j)) && !earlier.contains(step.following().get(j))) {
          fields.fault(at, "STEP_ORDER", "A step follows only those that stand above it.");
        }
      }
      earlier.add(step.code());
    }
    each("procedure.barriers", ".step", p.barriers(), Procedure.Barrier::step, steps);
    if (!p.steps().isEmpty() && p.barriers().isEmpty()) {
      fields.fault("procedure.barriers", "BARRIER_MISSING", "One step opens the barrier.");
    }
    standIns(p, steps);
    each("procedure.rules", ".step", p.rules(), Procedure.Automatic::step, steps);
    for (int i = 0; i < p.rules().size(); i++) {
      Procedure.Automatic rule = p.rules().get(i);
      boolean own = p.find(rule.step()).filter(step -> step.agency() != rule.agency()).isEmpty();
      if (!own) {
        fields.fault(
            "procedure.rules[" + i + "].agency",
            "RULE_OF_OTHER_AGENCY",
            "Only the agency of a step can authorise a rule for it.");
      }
    }
  }

  /// A step does for another one of its own agency, and neither does for a third.
  private void standIns(Procedure p, Set<String> steps) {
    each("procedure.standIns", ".step", p.standIns(), Procedure.StandIn::step, steps);
    each("procedure.standIns", ".instead", p.standIns(), Procedure.StandIn::instead, steps);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < p.standIns().size(); i++) {
      Procedure.StandIn pair = p.standIns().get(i);
      String at = "procedure.standIns[" + i + "]";
      boolean own =
          p.find(pair.step())
              .map(Procedure.Step::agency)
              .equals(p.find(pair.instead()).map(Procedure.Step::agency));
      if (!own) {
        fields.fault(
            at + ".instead", "STAND_IN_OF_OTHER_AGENCY", "No agency's step does for another's.");
      }
      boolean first = seen.add(pair.step());
      if (!seen.add(pair.instead()) || !first) {
        fields.fault(at + ".step", "STAND_IN_TWICE", "A step does for one other step only.");
      }
    }
    for (int i = 0; i < p.barriers().size(); i++) {
      if (seen.contains(p.barriers().get(i).step())) {
        fields.fault(
            "procedure.barriers[" + i + "].step",
            "STAND_IN_OF_BARRIER",
            "Nothing does for the step that opens the barrier.");
      }
    }
  }

  private void places(Places p) {
    Set<String> pairs = codes("gates", p.pairs(), Places.GatePair::code);
    Set<String> offices = codes("offices", p.offices(), Places.Office::code);
    Set<String> lines = codes("lines", p.lines(), Places.Line::code);
    codes("routes", p.routes(), Places.Route::code);
    codes("yards", p.yards(), Places.Yard::code);
    Set<String> parks = codes("parks", p.parks(), Places.Park::code);
    codes("posts", p.posts(), Places.Post::code);
    posts(p, lines, parks);
    if (p.routes().isEmpty() && fields.has("routes")) {
      fields.fault("routes", "NO_ROUTE", "A complex has at least one way over the line.");
    }
    each("routes", ".gate", p.routes(), Places.Route::pair, pairs);
    each("routes", ".office", p.routes(), Places.Route::office, offices);
    each("routes", ".line", p.routes(), Places.Route::line, lines);
    each("yards", ".line", p.yards(), Places.Yard::line, lines);
    codes("inspections", p.inspections(), Places.InspectionPlace::code);
    each("inspections", ".line", p.inspections(), Places.InspectionPlace::line, lines);
    for (int i = 0; i < p.parks().size(); i++) {
      within("parks[" + i + "].lines", p.parks().get(i).lines(), lines);
    }
    for (int i = 0; i < p.lines().size(); i++) {
      if (p.routesOf(p.lines().get(i).code()).isEmpty()) {
        fields.fault("lines[" + i + "].code", "LINE_UNUSED", "No route is counted under it.");
      }
    }
  }

  /// A roll is called at a post or in a park, so that one code does not name both.
  private void posts(Places p, Set<String> lines, Set<String> parks) {
    for (int i = 0; i < p.posts().size(); i++) {
      within("posts[" + i + "].lines", p.posts().get(i).lines(), lines);
      if (parks.contains(p.posts().get(i).code())) {
        fields.fault("posts[" + i + "].code", "CODE_TWICE", "A holding park has this code.");
      }
    }
  }

  private void rulebook(Places places, Rulebook r) {
    Set<String> goods = codes("rulebook.commodities", r.commodities(), Rulebook.Commodity::code);
    codes("rulebook.vehicleClasses", r.vehicleClasses(), Rulebook.VehicleClass::code);
    Set<String> routes = new TreeSet<>(places.routes().stream().map(Places.Route::code).toList());
    each(
        "rulebook.eligibilities",
        ".commodity",
        r.eligibilities(),
        Rulebook.Eligibility::commodity,
        goods);
    for (int i = 0; i < r.eligibilities().size(); i++) {
      within("rulebook.eligibilities[" + i + "].routes", r.eligibilities().get(i).routes(), routes);
    }
    List<Agency> seen = new ArrayList<>();
    for (int i = 0; i < r.reliances().size(); i++) {
      String at = "rulebook.reliances[" + i + "]";
      if (seen.contains(r.reliances().get(i).agency())) {
        fields.fault(at + ".agency", "AGENCY_TWICE", "Each agency says once what it relies on.");
      }
      seen.add(r.reliances().get(i).agency());
      List<String> names = r.reliances().get(i).fields();
      for (int j = 0; j < names.size(); j++) {
        if (!RegistrationRules.isField(names.get(j))) {
          fields.fault(
              at + ".fields[" + j + "]", "FIELD_UNKNOWN", "A registration has no such field.");
        }
      }
    }
    boolean keys = seen.contains(Agency.BORDER_GUARD) && seen.contains(Agency.CUSTOMS);
    if (!keys && fields.has("rulebook")) {
      fields.fault(
          "rulebook.reliances",
          "RELIANCE_MISSING",
          "Border guard and customs turn keys and say what they rely on.");
    }
  }

  private <T> Set<String> codes(String list, List<T> items, Function<T, String> code) {
    Set<String> codes = new TreeSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (!codes.add(code.apply(items.get(i)))) {
        fields.fault(list + "[" + i + "].code", "CODE_TWICE", "Another one has this code.");
      }
    }
    return codes;
  }

  private <T> void each(
      String list, String field, List<T> items, Function<T, String> code, Set<String> known) {
    for (int i = 0; i < items.size(); i++) {
      one(list + "[" + i + "]" + field, code.apply(items.get(i)), known);
    }
  }

  private void within(String path, List<String> codes, Set<String> known) {
    for (int i = 0; i < codes.size(); i++) {
      one(path + "[" + i + "]", codes.get(i), known);
    }
  }

  /// An empty code was said to be missing already.
  private void one(String path, String code, Set<String> known) {
    if (!code.isEmpty() && !known.contains(code)) {
      fields.fault(path, "CODE_UNKNOWN", "Nothing in this file has that code.");
    }
  }
}
