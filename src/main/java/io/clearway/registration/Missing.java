package io.clearway.registration;

import io.clearway.kernel.Violation;
import io.clearway.site.Agency;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an agency will need of a load and the form does not hold yet.
///
/// @param agency who needs it
/// @param before until when
/// @param where the field that it belongs to, and what is expected
public record Missing(Agency agency, Rulebook.Paper paper, Rulebook.Stage before, Violation where) {

  static List<Missing> of(Registration.Form form, Site site) {
    String day = site.dayOf(form.plannedArrivalAt()).toString();
    List<Missing> missing = new ArrayList<>();
    for (int i = 0; i < form.goods().size(); i++) {
      List<Registration.GoodsLine> lines = form.goods().get(i).lines();
      for (int j = 0; j < lines.size(); j++) {
        Findings.Place place = Findings.Place.of("goodsGroups", i).inside("goodsLines", j);
        Registration.GoodsLine line = lines.get(j);
        // Of goods whose code nobody can read, what all goods need.
        String hs = GoodsRules.isHs(line.hsCode()) ? line.hsCode() : "";
        for (Rulebook.Need need : site.rulebook().needsOf(hs, form.direction(), day)) {
          add(missing, need, Needed.fault(form, place, line, need.paper()));
        }
      }
    }
    if (form.goods().isEmpty()) {
      for (Rulebook.Need need : site.rulebook().needsOf("", form.direction(), day)) {
        add(missing, need, Needed.ofVehicle(form, need.paper()));
      }
    }
    return List.copyOf(missing);
  }

  /// A need of the whole form is named once, however many lines have it.
  private static void add(List<Missing> missing, Rulebook.Need need, Optional<Violation> fault) {
    fault
        .map(where -> new Missing(need.agency(), need.paper(), need.before(), where))
        .filter(one -> !missing.contains(one))
        .ifPresent(missing::add);
  }
}
