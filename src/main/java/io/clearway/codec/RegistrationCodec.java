package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.values.FormCodec;
import io.clearway.values.SiteEnums;
import io.clearway.values.VehicleCodec;

/// Events of registrations, in bytes; the form's parts are in [FormCodec] and [VehicleCodec].
final class RegistrationCodec {

  private RegistrationCodec() {}

  static EventType type(RegistrationEvent fact) {
    return switch (fact) {
      case RegistrationEvent.Registered e -> EventType.REGISTERED;
      case RegistrationEvent.Amended e -> EventType.REGISTRATION_AMENDED;
      case RegistrationEvent.PapersConfirmed e -> EventType.PAPERS_CONFIRMED;
      case RegistrationEvent.PresetKept e -> EventType.PRESET_KEPT;
      case RegistrationEvent.PresetDropped e -> EventType.PRESET_DROPPED;
      case RegistrationEvent.RegistrationsRetired e -> EventType.REGISTRATIONS_RETIRED;
    };
  }

  static void write(ByteOut out, RegistrationEvent fact) {
    switch (fact) {
      case RegistrationEvent.Registered e -> {
        registration(out, e.registration(), VehicleCodec::vehicle);
        out.instant(e.at());
      }
      case RegistrationEvent.Amended e -> {
        out.number(e.registration());
        change(out, e.change());
        FormCodec.form(out, e.form(), VehicleCodec::vehicle);
        out.list(e.voided(), SiteEnums::agency);
        out.flag(e.correction());
      }
      case RegistrationEvent.PapersConfirmed e -> {
        out.number(e.registration());
        papers(out, e.papers());
      }
      case RegistrationEvent.PresetKept(var preset) -> PresetCodec.preset(out, preset);
      case RegistrationEvent.PresetDropped(long preset) -> out.number(preset);
      case RegistrationEvent.RegistrationsRetired e -> out.list(e.registrations(), ByteOut::number);
    }
  }

  static void registration(
      ByteOut out, Registration registration, ByteOut.Writer<Registration.Vehicle> vehicle) {
    out.number(registration.id());
    out.uuid(registration.key());
    out.number(registration.owner());
    out.instant(registration.registeredAt());
    out.varint(of(registration.via()));
    out.optional(registration.lot(), ByteOut::uuid);
    out.list(registration.changes(), RegistrationCodec::change);
    out.list(registration.papers(), RegistrationCodec::papers);
    FormCodec.form(out, registration.form(), vehicle);
  }

  static RegistrationEvent.Registered registered(
      ByteIn in, ByteIn.Reader<Registration.Vehicle> vehicle) {
    return new RegistrationEvent.Registered(
        new Registration(
            in.number(),
            in.uuid(),
            in.number(),
            in.instant(),
            via(in),
            in.optional(ByteIn::uuid),
            in.list(RegistrationCodec::change),
            in.list(RegistrationCodec::papers),
            FormCodec.form(in, vehicle)),
        in.instant());
  }

  static RegistrationEvent.Amended amended(ByteIn in, ByteIn.Reader<Registration.Vehicle> vehicle) {
    return new RegistrationEvent.Amended(
        in.number(),
        change(in),
        FormCodec.form(in, vehicle),
        in.list(SiteEnums::agency),
        in.flag());
  }

  static RegistrationEvent.PapersConfirmed confirmed(ByteIn in) {
    return new RegistrationEvent.PapersConfirmed(in.number(), papers(in));
  }

  private static void papers(ByteOut out, Registration.Papers papers) {
    SiteEnums.agency(out, papers.agency());
    out.number(papers.actor());
    out.instant(papers.at());
  }

  private static Registration.Papers papers(ByteIn in) {
    return new Registration.Papers(SiteEnums.agency(in), in.number(), in.instant());
  }

  private static int of(Registration.Via via) {
    return switch (via) {
      case API -> 1;
      case SCREEN -> 2;
      case FILE -> 3;
      case PLATFORM -> 4;
    };
  }

  private static Registration.Via via(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Registration.Via.API;
      case 2 -> Registration.Via.SCREEN;
      case 3 -> Registration.Via.FILE;
      case 4 -> Registration.Via.PLATFORM;
      default -> throw in.corrupt("no such way in");
    };
  }

  private static void change(ByteOut out, Registration.Change change) {
    out.instant(change.at());
    out.list(change.fields(), ByteOut::text);
  }

  private static Registration.Change change(ByteIn in) {
    return new Registration.Change(in.instant(), in.list(ByteIn::word));
  }

  static RegistrationEvent.RegistrationsRetired retired(ByteIn in) {
    return new RegistrationEvent.RegistrationsRetired(in.list(ByteIn::number));
  }
}
