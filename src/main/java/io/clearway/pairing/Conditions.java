package io.clearway.pairing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.registration.Registrations;
import io.clearway.site.Limits;
import io.clearway.site.Places;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What must be so before an export and an import are one two-way trip: everything that is not, at
/// once, each at its path. Rules: docs/rules/pairing.md, Y-1 to Y-9.
public final class Conditions {

  /// Agricultural goods are those of the first 24 chapters of the Harmonized System.
  private static final String LAST_CHAPTER = "24";

  private static final String LINKED = "linkedDeclarationIds";
  private static final int COMPANY = 10;
  private static final int ITEM = 6;

  private Conditions() {}

  /// What stands against the links that a form names, at the paths of that form. What it names and
  /// nobody registered yet is announced, and judged when it comes; goods that come back because
  /// they were refused name an export for another reason.
  ///
  /// @param others all registrations but that of the form
  /// @param before links that were there before an amendment: they are not made anew
  public static List<Violation> faults(
      Registrations others, Registration.Form form, List<String> before, Site site) {
    List<Violation> faults = new ArrayList<>();
    if (form.trade().regime() == Registration.Regime.RETURNED) {
      return faults;
    }
    boolean found = false;
    for (int i = 0; i < form.linked().size(); i++) {
      String at = LINKED + "[" + i + "]";
      Optional<Registration> other = named(others, form, form.linked().get(i));
      if (before.contains(form.linked().get(i)) || other.isEmpty()) {
        found |= other.isPresent();
        continue;
      }
      if (found || taken(others, form, other.get())) {
        faults.add(fault(at, "LINK_TAKEN", "Y-8", "One of the two is linked to another trip."));
      }
      found = true;
      faults.addAll(between(form, other.get().form(), at, site));
    }
    return List.copyOf(faults);
  }

  /// The other half of that registration's trip: one names the other, and all conditions hold.
  public static Optional<Registration> partner(
      Registrations all, Registration held, Pairings known, Site site) {
    if (known.of(held.id()).isPresent()) {
      return Optional.empty();
    }
    Subject plate = held.form().leading().plate().subject();
    return all.withPlate(plate).stream()
        .filter(id -> id != held.id() && known.of(id).isEmpty())
        .map(all.all()::get)
        .filter(other -> linked(held.form(), other.form()))
        .filter(other -> broken(held.form(), other.form(), site).isEmpty())
        .findFirst();
  }

  /// Whether one of the two names the other.
  public static boolean linked(Registration.Form one, Registration.Form other) {
    return names(one, other) || names(other, one);
  }

  /// Which conditions do not hold between the two, as codes.
  public static List<String> broken(Registration.Form one, Registration.Form other, Site site) {
    return between(one, other, LINKED, site).stream().map(Violation::code).distinct().toList();
  }

  private static boolean names(Registration.Form one, Registration.Form other) {
    return one.linked().contains(other.declarationId()) && company(one).equals(company(other));
  }

  /// A reference is its declarant's own.
  private static Optional<Registration> named(
      Registrations others, Registration.Form form, String reference) {
    Subject plate = form.leading().plate().subject();
    return others.withPlate(plate).stream()
        .map(others.all()::get)
        .filter(held -> is(held.form(), form, reference))
        .findFirst()
        .or(() -> {
          for (Registration held : others.all().values()) {
            if (is(held.form(), form, reference)) {
              return Optional.of(held);
            }
          }
          return Optional.empty();
        });
  }

  private static boolean is(Registration.Form held, Registration.Form form, String reference) {
    return held.declarationId().equals(reference) && company(held).equals(company(form));
  }

  /// It names another one, or another one names it.
  private static boolean taken(Registrations others, Registration.Form form, Registration other) {
    boolean elsewhere =
        !other.form().linked().isEmpty() && !other.form().linked().contains(form.declarationId());
    boolean named = false;
    for (Registration third : others.all().values()) {
      named |= third.id() != other.id() && names(third.form(), other.form());
    }
    return elsewhere || named;
  }

  /// @param at the path of what the other half is at fault in
  private static List<Violation> between(
      Registration.Form one, Registration.Form other, String at, Site site) {
    List<Violation> faults = new ArrayList<>();
    if (one.direction() == other.direction()) {
      faults.add(fault("direction", "LINK_DIRECTION", "Y-1", "A two-way trip goes out and in."));
    }
    if (!ordinary(one)) {
      faults.add(fault("regime", "LINK_REGIME", "Y-2", "Only ordinary trade goes two ways."));
    } else if (!ordinary(other)) {
      faults.add(fault(at, "LINK_REGIME", "Y-2", "Only ordinary trade goes two ways."));
    }
    vehicles(one.leading(), other.leading(), faults);
    owners(one, other, at, faults);
    items(one, at, false, faults);
    items(other, at, true, faults);
    if (!paired(one.gate(), other.gate(), site)) {
      faults.add(
          fault("gateCode", "LINK_GATE", "Y-7", "These gates are not of one pair; no way back."));
    }
    if (!inForce(one, site)) {
      faults.add(
          fault(at, "LINK_NOT_IN_FORCE", "Y-9", "Two-way trips are not in force on that day."));
    }
    return faults;
  }

  private static boolean ordinary(Registration.Form form) {
    return form.trade().regime() == Registration.Trade.ordinary(form.direction()).regime();
  }

  /// Y-3, Y-4: one vehicle, as it is declared; no other tractor and no other trailer.
  private static void vehicles(
      Registration.Vehicle one, Registration.Vehicle other, List<Violation> faults) {
    if (!one.plate().subject().equals(other.plate().subject())) {
      faults.add(
          fault("vehicles[0].plateNumber", "LINK_PLATE", "Y-3", "The other is another vehicle."));
    }
    if (!one.trailer().map(Personal::subject).equals(other.trailer().map(Personal::subject))) {
      faults.add(
          fault(
              "vehicles[0].trailerNumber",
              "LINK_TRAILER",
              "Y-4",
              "A two-way vehicle changes no trailer."));
    }
    if (one.papers().dedicatedPlate().isPresent() || other.papers().dedicatedPlate().isPresent()) {
      faults.add(
          fault(
              "vehicles[0].dedicatedPlateNumber",
              "LINK_TRACTOR",
              "Y-4",
              "A two-way vehicle changes no tractor."));
    }
  }

  /// Y-5: one owner of all goods, there and back.
  private static void owners(
      Registration.Form one, Registration.Form other, String at, List<Violation> faults) {
    Set<String> theirs = new TreeSet<>();
    other.goods().forEach(group -> theirs.add(company(group.traderTaxCode())));
    if (theirs.size() > 1) {
      faults.add(fault(at, "LINK_OWNER", "Y-5", "A two-way vehicle has one owner of goods."));
    }
    Set<String> ours = new TreeSet<>();
    for (int i = 0; i < one.goods().size(); i++) {
      String owner = company(one.goods().get(i).traderTaxCode());
      ours.add(owner);
      if (ours.size() > 1 || !theirs.contains(owner)) {
        faults.add(
            fault(
                "goodsGroups[" + i + "].traderTaxCode",
                "LINK_OWNER",
                "Y-5",
                "A two-way vehicle has one owner of goods."));
      }
    }
  }

  /// Y-6: one agricultural item and nothing beside it. What is not known cannot be told.
  ///
  /// @param theirs it is the other half, whose faults are at the path of the link
  private static void items(
      Registration.Form form, String at, boolean theirs, List<Violation> faults) {
    Set<String> items = new TreeSet<>();
    boolean farmed = false;
    for (int i = 0; i < form.goods().size(); i++) {
      List<Registration.GoodsLine> lines = form.goods().get(i).lines();
      for (int j = 0; j < lines.size(); j++) {
        String hs = lines.get(j).hsCode();
        String item = hs.length() < ITEM ? hs : hs.substring(0, ITEM);
        items.add(item);
        farmed |= farmed(item);
        if (hs.length() < ITEM || (farmed && items.size() > 1)) {
          faults.add(
              fault(
                  theirs ? at : "goodsGroups[" + i + "].goodsLines[" + j + "].hsCode",
                  "LINK_ITEM",
                  "Y-6",
                  "A two-way vehicle carries one agricultural item each way and nothing beside."));
          if (theirs) {
            return;
          }
        }
      }
    }
  }

  private static boolean farmed(String hs) {
    return hs.length() == ITEM && hs.substring(0, 2).compareTo(LAST_CHAPTER) <= 0;
  }

  /// Y-7: the vehicle comes back over the line where it went, by any way of the same pair.
  private static boolean paired(String one, String other, Site site) {
    List<String> pairs =
        site.places().routesOf(one).stream().map(Places.Route::pair).distinct().toList();
    return one.equals(other)
        || site.places().routesOf(other).stream().map(Places.Route::pair).anyMatch(pairs::contains);
  }

  private static boolean inForce(Registration.Form form, Site site) {
    String day = site.dayOf(form.plannedArrivalAt()).toString();
    return site.limits().of(Limits.Kind.TWO_WAY, day).isPresent();
  }

  private static String company(Registration.Form form) {
    return company(form.declarant().taxCode());
  }

  /// A branch is of its company.
  private static String company(String taxCode) {
    return taxCode.length() < COMPANY ? taxCode : taxCode.substring(0, COMPANY);
  }

  /// Which of the two goes out.
  static boolean out(Registration.Form form) {
    return form.direction() == Direction.EXPORT;
  }

  private static Violation fault(String path, String code, String rule, String detail) {
    return new Violation(path, code, rule, detail);
  }
}
