package io.clearway.registration;

import io.clearway.kernel.Violation;
import io.clearway.site.Figure;
import io.clearway.site.HsList;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the place says against a form: where it may pass and what it must bring. Rules:
/// docs/rules/registration.md.
final class SiteRules {

  private final Findings found = new Findings();
  private final List<RegistrationRules.Question> questions = new ArrayList<>();
  private final Registration.Form form;
  private final Site site;

  private SiteRules(Registration.Form form, Site site) {
    this.form = form;
    this.site = site;
  }

  static List<Violation> check(Registration.Form form, Site site) {
    return judged(form, site).found.all();
  }

  /// What nobody knows of this form's goods and route; the trader asks before loading.
  static List<RegistrationRules.Question> questions(Registration.Form form, Site site) {
    return List.copyOf(judged(form, site).questions);
  }

  private static SiteRules judged(Registration.Form form, Site site) {
    SiteRules rules = new SiteRules(form, site);
    boolean placed = rules.route();
    rules.yard();
    rules.vehicleClasses();
    Optional<HsList> list = HsList.find(site.rulebook().hsVersion());
    for (int i = 0; i < form.goods().size(); i++) {
      List<Registration.GoodsLine> lines = form.goods().get(i).lines();
      for (int j = 0; j < lines.size(); j++) {
        Findings.Place place = Findings.Place.of("goodsGroups", i).inside("goodsLines", j);
        if (GoodsRules.isHs(lines.get(j).hsCode())) {
          rules.listed(place, lines.get(j).hsCode(), list);
          if (placed) {
            rules.eligible(lines.get(j).hsCode());
          }
        }
      }
    }
    rules.needs();
    return rules;
  }

  /// Whether gate and route are known.
  private boolean route() {
    Places places = site.places();
    if (places.findLine(form.gate()).isEmpty()) {
      String known = String.join(", ", site.lines().stream().map(Places.Line::code).toList());
      found.add("gateCode", "GATE_UNKNOWN", "R-10", "The gate must be one of " + known);
      return false;
    }
    Optional<String> route = form.trade().route();
    List<String> here = places.routesOf(form.gate()).stream().map(Places.Route::code).toList();
    if (route.isPresent() && !here.contains(route.get())) {
      found.add(
          "route",
          "ROUTE_UNKNOWN",
          "R-31",
          "The routes of this gate are " + String.join(", ", here));
      return false;
    }
    return true;
  }

  /// a place that tells its yards knows all that a vehicle can stand in.
  private void yard() {
    List<Places.Yard> yards = site.places().yards();
    if (!yards.isEmpty() && site.places().findYard(form.parking().place()).isEmpty()) {
      String known = String.join(", ", yards.stream().map(Places.Yard::code).toList());
      found.add(
          "parkingPlace", "YARD_UNKNOWN", "R-59", "The yards of this complex are " + known + ".");
    }
  }

  /// where the site file names a list that we hold.
  private void listed(Findings.Place place, String hs, Optional<HsList> list) {
    if (list.isPresent() && GoodsRules.isInChapter(hs) && !list.get().has(hs)) {
      found.add(
          place.field("hsCode"),
          "HS_NOT_LISTED",
          "R-34",
          "There is no such subheading in " + site.rulebook().hsVersion() + ".");
    }
  }

  /// of the route that was chosen, else of any route of the gate.
  private void eligible(String hs) {
    Optional<Rulebook.Commodity> goods = site.rulebook().commodityOf(hs);
    if (goods.isEmpty()) {
      return;
    }
    Optional<Rulebook.Eligibility> known =
        site.rulebook().eligibilityOf(goods.get().code(), form.direction());
    String path = form.trade().route().isPresent() ? "route" : "gateCode";
    if (known.isPresent() && passes(known.get())) {
      return;
    }
    if (known.isPresent() && known.get().elsewhere() == Rulebook.Elsewhere.REFUSED) {
      found.add(path, "GATE_NOT_ELIGIBLE", "R-32", "These goods do not pass here.");
    } else {
      questions.add(new RegistrationRules.Question(path, goods.get().code()));
    }
  }

  private boolean passes(Rulebook.Eligibility known) {
    return site.places().routesOf(form.gate()).stream()
        .map(Places.Route::code)
        .filter(code -> form.trade().route().isEmpty() || form.trade().route().get().equals(code))
        .anyMatch(known.routes()::contains);
  }

  /// what a road carries; a train is judged by its railway.
  private void vehicleClasses() {
    if (form.trade().regime() == Registration.Regime.RAIL) {
      return;
    }
    for (int i = 0; i < form.vehicles().size(); i++) {
      Registration.Vehicle vehicle = form.vehicles().get(i);
      Findings.Place place = Findings.Place.of("vehicles", i);
      Optional<Rulebook.VehicleClass> known = site.rulebook().findClass(vehicle.vehicleClass());
      if (known.isEmpty() && !site.rulebook().vehicleClasses().isEmpty()) {
        found.add(
            place.field("vehicleClass"),
            "VEHICLE_CLASS_UNKNOWN",
            "R-41",
            "The class is not on the list of this complex.");
      }
      if (known.filter(c -> above(vehicle.weights().goodsKg(), c.goodsKg())).isPresent()) {
        found.add(
            place.field("goodsKg"),
            "GOODS_OVER_CLASS",
            "R-42",
            "A vehicle of this class does not carry so much.");
      }
      if (known.filter(c -> above(vehicle.weights().grossKg(), c.grossKg())).isPresent()) {
        found.add(
            place.field("grossKg"),
            "GROSS_OVER_LIMIT",
            "R-42",
            "A vehicle of this class may not weigh so much altogether.");
      }
      axles(place, vehicle);
    }
  }

  ///
  private void axles(Findings.Place place, Registration.Vehicle vehicle) {
    Optional<Figure.Known> over =
        vehicle.axles().stream()
            .filter(VehicleRules::possible)
            .mapToObj(site.rulebook()::limitOf)
            .flatMap(Optional::stream)
            .map(Rulebook.AxleLimit::grossKg)
            .filter(limit -> above(vehicle.weights().grossKg(), limit))
            .map(Figure.Known.class::cast)
            .findFirst();
    if (over.isPresent()) {
      found.add(
          place.field("grossKg"),
          "GROSS_OVER_AXLES",
          "R-42",
          "On so many axles a vehicle may weigh " + over.get().most() + " kg altogether.");
    }
  }

  private static boolean above(long weight, Figure limit) {
    return limit instanceof Figure.Known known && weight > known.most();
  }

  /// What must be there with the registration; two agencies may need the same.
  private void needs() {
    Missing.of(form, site).stream()
        .filter(missing -> missing.before() == Rulebook.Stage.REGISTRATION)
        .map(Missing::where)
        .distinct()
        .forEach(found::add);
  }
}
