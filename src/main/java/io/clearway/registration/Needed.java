package io.clearway.registration;

import io.clearway.kernel.Violation;
import io.clearway.site.Rulebook;
import java.util.Optional;

/// Whether a form holds what an agency needs of one of its goods lines.
final class Needed {

  private Needed() {}

  /// What is missing, at the field where it belongs.
  static Optional<Violation> fault(
      Registration.Form form,
      Findings.Place place,
      Registration.GoodsLine line,
      Rulebook.Paper paper) {
    return switch (paper) {
      case CUSTOMS_DECLARATION -> Optional.empty();
      case PLANTING_AREA ->
          unless(
              line.plantingArea().isPresent(),
              place.field("plantingAreaCode"),
              "PLANTING_AREA_MISSING",
              "R-35",
              "These goods need the code of their planting area.");
      case PACKING_HOUSE ->
          unless(
              line.packingHouse().isPresent(),
              place.field("packingHouseCode"),
              "PACKING_HOUSE_MISSING",
              "R-36",
              "These goods need the code of their packing house.");
      case MEDICAL_QUARANTINE -> flag(form.quarantine().medical(), "quarantine.medicalRequired");
      case PLANT_QUARANTINE -> flag(form.quarantine().plant(), "quarantine.plantRequired");
      case ANIMAL_QUARANTINE -> flag(form.quarantine().animal(), "quarantine.animalRequired");
      case PLANT_CERTIFICATE, RESIDUE_REPORT, OTHER_SIDE_FILING -> ofForm(form, paper);
      case TRANSPORT_PERMIT, VEHICLE_INSURANCE -> ofVehicle(form, paper);
    };
  }

  private static Optional<Violation> flag(boolean set, String path) {
    return unless(
        set, path, "QUARANTINE_FLAG_WRONG", "R-38", "These goods must be seen by this quarantine.");
  }

  private static Optional<Violation> ofForm(Registration.Form form, Rulebook.Paper paper) {
    return switch (paper) {
      case PLANT_CERTIFICATE ->
          unless(
              form.quarantine().plantCertificate().isPresent(),
              "quarantine.plantCertificateNumber",
              "PLANT_CERTIFICATE_MISSING",
              "R-37",
              "These goods need a phytosanitary certificate.");
      case RESIDUE_REPORT ->
          unless(
              form.quarantine().residueTestReport().isPresent(),
              "quarantine.residueTestReportNumber",
              "TEST_REPORT_MISSING",
              "R-37",
              "These goods need a laboratory report on residues.");
      case OTHER_SIDE_FILING ->
          unless(
              form.trade().otherSide().isPresent(),
              "otherSideFiling",
              "FILING_MISSING",
              "R-45",
              "The filing on the other side is missing.");
      case CUSTOMS_DECLARATION,
          MEDICAL_QUARANTINE,
          PLANT_QUARANTINE,
          ANIMAL_QUARANTINE,
          PLANTING_AREA,
          PACKING_HOUSE,
          TRANSPORT_PERMIT,
          VEHICLE_INSURANCE ->
          Optional.empty();
    };
  }

  /// What is needed of the vehicle, whatever it carries.
  static Optional<Violation> ofVehicle(Registration.Form form, Rulebook.Paper paper) {
    for (int i = 0; i < form.vehicles().size(); i++) {
      Registration.VehiclePapers papers = form.vehicles().get(i).papers();
      Findings.Place place = Findings.Place.of("vehicles", i);
      if (paper == Rulebook.Paper.TRANSPORT_PERMIT && papers.transportPermit().isEmpty()) {
        return unless(
            false,
            place.field("internationalTransportPermit"),
            "PERMIT_MISSING",
            "R-40",
            "The vehicle needs an international transport permit.");
      }
      if (paper == Rulebook.Paper.VEHICLE_INSURANCE && papers.insuranceTo().isEmpty()) {
        return unless(
            false,
            place.field("insuranceValidTo"),
            "INSURANCE_MISSING",
            "R-39",
            "The vehicle needs an insurance.");
      }
    }
    return Optional.empty();
  }

  private static Optional<Violation> unless(
      boolean there, String path, String code, String rule, String message) {
    return there ? Optional.empty() : Optional.of(new Violation(path, code, rule, message));
  }
}
