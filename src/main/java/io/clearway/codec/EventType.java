package io.clearway.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every kind of event that was ever written, by number. A number is never changed, never given
/// twice, and stays when its event is no longer made. Printed in `docs/events.md`.
enum EventType {
  SITE_ADOPTED(1, "site.SiteAdopted"),
  SITE_PLANNED(2, "site.SitePlanned"),

  ACTOR_ENROLLED(10, "authority.ActorEnrolled"),
  ACTOR_REVOKED(11, "authority.ActorRevoked"),
  ACTOR_RESCOPED(12, "authority.ActorRescoped"),
  SECRET_RENEWED(13, "authority.SecretRenewed"),
  PROPOSED(14, "authority.Proposed"),
  APPROVED(15, "authority.Approved"),
  PROPOSALS_CLOSED(16, "authority.ProposalsClosed"),
  PAST_CARRIED(17, "authority.PastCarried"),

  REGISTERED(20, "registration.Registered"),
  REGISTRATIONS_RETIRED(21, "registration.RegistrationsRetired"),
  REGISTRATION_AMENDED(22, "registration.Amended"),
  PRESET_KEPT(23, "registration.PresetKept"),
  PRESET_DROPPED(24, "registration.PresetDropped"),
  PAPERS_CONFIRMED(25, "registration.PapersConfirmed"),

  VEHICLE_ARRIVED(30, "crossing.VehicleArrived"),
  REGISTRATION_LINKED(31, "crossing.RegistrationLinked"),
  FIRST_KEY_TURNED(32, "crossing.FirstKeyTurned"),
  ENTRY_COMPLETED(33, "crossing.EntryCompleted"),
  AGENCY_LATE(34, "crossing.AgencyLate"),
  YARD_ENTERED(35, "crossing.YardEntered"),
  YARD_LEFT(36, "crossing.YardLeft"),
  GATE_LEFT(37, "crossing.GateLeft"),
  REPORT_SET_ASIDE(38, "crossing.ReportSetAside"),
  CROSSING_CARRIED(39, "crossing.CrossingCarried"),
  CROSSINGS_RETIRED(40, "crossing.CrossingsRetired"),
  KEYS_VOIDED(41, "crossing.KeysVoided"),
  KEY_RENEWED(42, "crossing.KeyRenewed"),
  VEHICLE_TURNED(43, "crossing.VehicleTurned"),
  TURNING_WITHDRAWN(44, "crossing.TurningWithdrawn"),
  APPROACH_SEEN(45, "crossing.ApproachSeen"),
  APPROACHES_FORGOTTEN(46, "crossing.ApproachesForgotten"),
  APPROACH_CARRIED(47, "crossing.ApproachCarried"),
  TRIP_OPENED(48, "crossing.TripOpened"),
  LINE_CROSSED(49, "crossing.LineCrossed"),
  VEHICLE_RETURNED(50, "crossing.VehicleReturned"),
  RETURN_UNEXPLAINED(51, "crossing.ReturnUnexplained"),
  TRAVELLERS_RETURNED(52, "crossing.TravellersReturned"),
  TRIPS_RETIRED(53, "crossing.TripsRetired"),
  TRIP_CARRIED(54, "crossing.TripCarried"),
  REEFER_PLUGGED(55, "crossing.ReeferPlugged"),
  REEFER_UNPLUGGED(56, "crossing.ReeferUnplugged"),
  KEY_SAID_EARLIER(57, "crossing.KeySaidEarlier"),
  PLACE_ASSIGNED(58, "crossing.PlaceAssigned"),
  KEYS_PUT_OFF(59, "crossing.KeysPutOff"),

  CASE_OPENED(60, "reconciliation.CaseOpened"),
  CASE_CLOSED(61, "reconciliation.CaseClosed"),

  KEY_DUE(70, "world.KeyDue"),
  OBLIGATION_OPENED(71, "world.ObligationOpened"),
  OBLIGATION_CLOSED(72, "world.ObligationClosed"),
  CLOCK_SET(73, "world.ClockSet"),
  BOOKS_OPENED(74, "world.BooksOpened"),
  SUBJECT_ERASED(75, "world.SubjectErased"),

  CLEARANCE_OPENED(80, "clearance.ClearanceOpened"),
  STEPS_CHANGED(81, "clearance.StepsChanged"),
  STEP_REQUESTED(82, "clearance.StepRequested"),
  STEP_CONFIRMED(83, "clearance.StepConfirmed"),
  STEP_REFUSED(84, "clearance.StepRefused"),
  STEPS_VOIDED(85, "clearance.StepsVoided"),
  HOLD_PLACED(86, "clearance.HoldPlaced"),
  HOLD_LIFTED(87, "clearance.HoldLifted"),
  CHANNEL_SET(88, "clearance.ChannelSet"),
  INSPECTION_OPENED(89, "clearance.InspectionOpened"),
  INSPECTION_JOINED(90, "clearance.InspectionJoined"),
  RESULT_RECORDED(91, "clearance.ResultRecorded"),
  CLEARANCE_CARRIED(92, "clearance.ClearanceCarried"),
  TURNS_ENDED(93, "clearance.TurnsEnded"),
  VISIT_ENDED(94, "clearance.VisitEnded"),
  SAID_EARLIER(95, "clearance.SaidEarlier"),
  MEANS_BOOKED(96, "clearance.MeansBooked"),
  INSPECTION_VOIDED(97, "clearance.InspectionVoided"),
  SECOND_ASKED(98, "clearance.SecondAsked"),
  SECOND_WITHDRAWN(99, "clearance.SecondWithdrawn"),
  INSPECTION_OWED(100, "clearance.InspectionOwed"),
  CLEARANCE_OVERDUE(101, "clearance.ClearanceOverdue"),

  ROLL_OPENED(110, "turn.RollOpened"),
  ENTRIES_NOTED(111, "turn.EntriesNoted"),
  ROLL_CLOSED(112, "turn.RollClosed"),
  ROLLS_RETIRED(113, "turn.RollsRetired"),
  ORDER_GIVEN(114, "turn.OrderGiven"),
  ORDERS_RETIRED(115, "turn.OrdersRetired"),

  TARIFF_ADOPTED(130, "fee.TariffAdopted"),
  CHARGE_ASSESSED(131, "fee.ChargeAssessed"),
  CHARGE_CHANGED(132, "fee.ChargeChanged"),
  PAYMENT_STARTED(133, "fee.PaymentStarted"),
  PAYMENTS_EXPIRED(134, "fee.PaymentsExpired"),
  MONEY_TAKEN(135, "fee.MoneyTaken"),
  PAYMENT_SET_ASIDE(136, "fee.ReportSetAside"),
  CHARGES_OWED(137, "fee.ChargesOwed"),
  RECEIPT_ISSUED(138, "fee.ReceiptIssued"),
  REFUNDED(139, "fee.Refunded"),
  DOUBT_OPENED(140, "fee.DoubtOpened"),
  DOUBT_CLOSED(141, "fee.DoubtClosed"),
  DAY_RECONCILED(142, "fee.DayReconciled"),
  FEES_RETIRED(143, "fee.FeesRetired"),
  CHARGE_CARRIED(144, "fee.ChargeCarried"),
  TAKEN_CARRIED(145, "fee.TakenCarried"),
  RECEIPT_CARRIED(146, "fee.ReceiptCarried"),
  BOOKS_CARRIED(147, "fee.BooksCarried"),
  CANCELLED_CARRIED(148, "fee.CancelledCarried"),
  MONEY_ASSIGNED(149, "fee.MoneyAssigned"),

  TRANSSHIPMENT_PLANNED(160, "transshipment.TransshipmentPlanned"),
  TRANSSHIPMENT_REPLANNED(161, "transshipment.TransshipmentReplanned"),
  TRANSSHIPMENT_CANCELLED(162, "transshipment.TransshipmentCancelled"),
  TRANSSHIPMENT_CALLED(163, "transshipment.CalledToBay"),
  CALL_LAPSED(164, "transshipment.CallLapsed"),
  TRANSSHIPMENT_STARTED(165, "transshipment.TransshipmentStarted"),
  VEHICLE_LOADED(166, "transshipment.VehicleLoaded"),
  TRANSSHIPMENT_FINISHED(167, "transshipment.TransshipmentFinished"),
  TRANSSHIPMENT_SIGNED(168, "transshipment.TransshipmentSigned"),
  TRANSSHIPMENT_CARRIED(169, "transshipment.TransshipmentCarried"),

  TRACTOR_ASKED(170, "fleet.TractorAsked"),
  TRACTOR_KEY_TURNED(171, "fleet.TractorKeyTurned"),
  TRACTOR_CHANGED(172, "fleet.TractorChanged"),
  TRACTOR_ASK_ENDED(173, "fleet.TractorAskEnded"),
  TRACTOR_SEEN(174, "fleet.TractorSeen"),
  TRACTOR_LEFT(175, "fleet.TractorLeft"),
  FLEET_FORGOTTEN(176, "fleet.FleetForgotten"),
  TRACTOR_CARRIED(177, "fleet.ChangeCarried"),
  DRIVER_ENROLLED(178, "fleet.DriverEnrolled"),
  DRIVER_ASSIGNED(179, "fleet.DriverAssigned"),
  PERSONS_CAME_IN(180, "fleet.PersonsCameIn"),
  PERSONS_WENT_OUT(181, "fleet.PersonsWentOut"),
  STAY_TOLD(182, "fleet.StayTold"),
  DRIVER_FREED(184, "fleet.DriverFreed"),

  PAIR_LINKED(185, "pairing.PairLinked"),
  PAIR_CONFIRMED(186, "pairing.PairConfirmed"),
  PAIR_JUDGED(187, "pairing.PairJudged"),
  PAIR_PARTED(188, "pairing.PairParted"),
  PAIR_CARRIED(189, "pairing.PairCarried"),
  OTHER_SIDE_HELD(200, "pairing.OtherSideHeld"),
  OTHER_SIDE_HOLD_WITHDRAWN(201, "pairing.OtherSideHoldWithdrawn"),
  STAY_WARNED(202, "pairing.StayWarned"),
  STAY_OVERDUE(203, "pairing.StayOverdue"),
  STAY_PUT_OFF(204, "pairing.StayPutOff"),
  STAY_CARRIED(205, "pairing.StayCarried");

  private static final int NUMBERS = 256;
  private static final @Nullable EventType[] BY_NUMBER = byNumber();

  private final int number;
  private final String label;

  EventType(int number, String label) {
    this.number = number;
    this.label = label;
  }

  int number() {
    return number;
  }

  /// The package and the record's name, as `crossing.EntryCompleted`.
  String label() {
    return label;
  }

  /// The package alone.
  String domain() {
    return label.substring(0, label.indexOf('.'));
  }

  static Optional<EventType> find(long number) {
    return number < 0 || number >= NUMBERS
        ? Optional.empty()
        : Optional.ofNullable(BY_NUMBER[(int) number]);
  }

  private static @Nullable EventType[] byNumber() {
    @Nullable EventType[] found = new @Nullable EventType[NUMBERS];
    for (EventType type : values()) {
      if (found[type.number] != null) {
        throw new IllegalStateException("two events have the number " + type.number);
      }
      found[type.number] = type;
    }
    return found;
  }
}
