package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Exported goods that come back, against what went (tái nhập, 退运). Rules: docs/rules/lots.md, L-1
/// to L-5.
public final class Returns {

  private Returns() {}

  /// What went and what of it is back, or registered to come back.
  ///
  /// @param whole every export that is named is known here; else nobody knows what may come back
  /// @param exports official numbers of those that are known
  /// @param returns of those that name them
  public record Account(boolean whole, List<String> exports, List<String> returns, List<Row> rows) {
    public long exportedKg() {
      return rows.stream().mapToLong(Row::exportedKg).sum();
    }

    public long returnedKg() {
      return rows.stream().mapToLong(Row::returnedKg).sum();
    }
  }

  /// Goods of one HS code; of all, with an empty one, where nobody says what each weighs. What is
  /// not back was delivered.
  public record Row(String hsCode, long exportedKg, long returnedKg) {
    public long deliveredKg() {
      return exportedKg - returnedKg;
    }
  }

  /// Registrations that name each other, however far.
  private static final class Group {
    final Map<String, Registration.Form> exports = new TreeMap<>();
    final Map<String, Registration.Form> returns = new TreeMap<>();
    final Set<Long> ids = new TreeSet<>();
    boolean whole = true;
  }

  static boolean returns(Registration.Form form) {
    return form.trade().regime() == Registration.Regime.RETURNED;
  }

  /// Of a registration that comes back or of which something does; empty of any other.
  public static Optional<Account> of(Registrations all, Registration held) {
    Group group = group(all, held.form());
    return group.returns.isEmpty() ? Optional.empty() : Optional.of(account(group));
  }

  /// L-5: whether that registration is needed to know what may still come back: together with it,
  /// by the ids.
  public static Set<Long> bound(Registrations all, Registration held) {
    Group group = group(all, held.form());
    return group.returns.isEmpty() ? new TreeSet<>() : group.ids;
  }

  /// L-1 to L-4 of a form that is registered or amended.
  ///
  /// @param others without the one that it takes the place of
  static List<Violation> check(Registrations others, Registration.Form form) {
    List<Violation> found = new ArrayList<>();
    if (returns(form)) {
      for (int i = 0; i < form.linked().size(); i++) {
        named(others, form, i).ifPresent(found::add);
      }
    }
    Group group = found.isEmpty() ? group(others, form) : new Group();
    if (group.whole && !group.returns.isEmpty()) {
      beyond(group, form, found);
    }
    return List.copyOf(found);
  }

  private static Optional<Violation> named(
      Registrations others, Registration.Form form, int index) {
    Optional<Registration.Form> export = form(others, form.linked().get(index));
    String path = "linkedDeclarationIds[" + index + "]";
    if (export.filter(one -> returns(one) || one.direction() == form.direction()).isPresent()) {
      return Optional.of(
          new Violation(
              path, "RETURN_NOT_OF_EXPORT", "L-1", "What comes back was exported before."));
    }
    return export
        .filter(one -> !declarant(one).equals(declarant(form)))
        .map(one ->
            new Violation(
                path, "RETURN_OF_ANOTHER", "L-1", "Another company exported these goods."));
  }

  private static String declarant(Registration.Form form) {
    return form.declarant().taxCode().replace("-", "");
  }

  private static Optional<Registration.Form> form(Registrations all, String number) {
    return all.byNumber().find(number).flatMap(all::find).map(Registration::form);
  }

  /// L-2, L-3: at the line of what is too much, or at all goods when it is in none.
  private static void beyond(Group group, Registration.Form form, List<Violation> found) {
    Set<String> went = codes(group.exports.values());
    Set<String> own = codes(List.of(form));
    for (int i = 0; i < form.goods().size() && returns(form); i++) {
      List<Registration.GoodsLine> lines = form.goods().get(i).lines();
      for (int j = 0; j < lines.size(); j++) {
        if (!went.contains(lines.get(j).hsCode())) {
          found.add(
              new Violation(
                  line(i, j).field("hsCode"),
                  "RETURN_OTHER_GOODS",
                  "L-2",
                  "No such goods went with the registrations that are named."));
        }
      }
    }
    account(group).rows().stream()
        .filter(row -> row.deliveredKg() < 0)
        .filter(
            row -> !returns(form) || (went.contains(row.hsCode()) && own.contains(row.hsCode())))
        .map(row ->
            new Violation(
                place(form, row.hsCode()),
                "RETURN_MORE",
                "L-3",
                "More would be back than went: "
                    + (row.returnedKg() + " of " + row.exportedKg() + " kg.")))
        .forEach(found::add);
  }

  private static Findings.Place line(int group, int line) {
    return Findings.Place.of("goodsGroups", group).inside("goodsLines", line);
  }

  private static String place(Registration.Form form, String code) {
    for (int i = 0; i < form.goods().size(); i++) {
      List<Registration.GoodsLine> lines = form.goods().get(i).lines();
      for (int j = 0; j < lines.size(); j++) {
        if (lines.get(j).hsCode().equals(code)) {
          return line(i, j).field("weightKg");
        }
      }
    }
    return "goodsGroups";
  }

  private static Account account(Group group) {
    List<Registration.Form> all = new ArrayList<>(group.exports.values());
    all.addAll(group.returns.values());
    boolean weighed = all.stream().allMatch(Returns::weighed);
    Map<String, Long> went = kilograms(group.exports.values(), weighed);
    Map<String, Long> back = kilograms(group.returns.values(), weighed);
    Set<String> codes = new TreeSet<>(went.keySet());
    codes.addAll(back.keySet());
    List<Row> rows =
        codes.stream()
            .map(code -> new Row(code, went.getOrDefault(code, 0L), back.getOrDefault(code, 0L)))
            .toList();
    return new Account(
        group.whole,
        List.copyOf(group.exports.keySet()),
        List.copyOf(group.returns.keySet()),
        rows);
  }

  private static Set<String> codes(Collection<Registration.Form> forms) {
    Set<String> codes = new TreeSet<>(List.of(""));
    for (Registration.Form form : forms) {
      form.goods().forEach(group -> group.lines().forEach(line -> codes.add(line.hsCode())));
    }
    return codes;
  }

  /// What goods of each HS code weigh can be told.
  private static boolean weighed(Registration.Form form) {
    return form.goods().stream()
        .map(Registration.GoodsGroup::lines)
        .allMatch(
            lines -> lines.size() == 1 || lines.stream().allMatch(line -> line.weightKg() > 0));
  }

  /// By HS code; all under an empty one where lines do not say what they weigh.
  private static Map<String, Long> kilograms(Collection<Registration.Form> forms, boolean weighed) {
    Map<String, Long> all = new TreeMap<>();
    for (Registration.Form form : forms) {
      for (Registration.GoodsGroup group : form.goods()) {
        if (!weighed || group.lines().size() == 1) {
          String code = weighed ? group.lines().getFirst().hsCode() : "";
          all.merge(code, group.weightKg(), Long::sum);
        } else {
          group.lines().forEach(line -> all.merge(line.hsCode(), line.weightKg(), Long::sum));
        }
      }
    }
    return all;
  }

  private static Group group(Registrations all, Registration.Form form) {
    Group group = new Group();
    if (!returns(form) && form.direction() != Direction.EXPORT) {
      return group;
    }
    List<Registration> back = all.back().values().stream().map(all.all()::get).toList();
    if (!returns(form) && back.stream().noneMatch(one -> names(one, form.number()))) {
      return group;
    }
    all.byNumber().find(form.number()).ifPresent(group.ids::add);
    if (returns(form)) {
      back(all, back, form, group);
    } else {
      export(all, back, form, group);
    }
    return group;
  }

  private static boolean names(Registration back, String number) {
    return !number.isEmpty() && back.form().linked().contains(number);
  }

  private static void back(
      Registrations all, List<Registration> back, Registration.Form form, Group group) {
    if (group.returns.putIfAbsent(form.number(), form) != null) {
      return;
    }
    group.whole &= !form.linked().isEmpty();
    for (String number : form.linked()) {
      Optional<Registration> export = all.byNumber().find(number).flatMap(all::find);
      if (export.isEmpty() && !group.exports.containsKey(number)) {
        group.whole = false;
      }
      export.ifPresent(one -> {
        group.ids.add(one.id());
        export(all, back, one.form(), group);
      });
    }
  }

  private static void export(
      Registrations all, List<Registration> back, Registration.Form form, Group group) {
    if (group.exports.putIfAbsent(form.number(), form) != null) {
      return;
    }
    for (Registration one : back) {
      if (names(one, form.number())) {
        group.ids.add(one.id());
        back(all, back, one.form(), group);
      }
    }
  }
}
