package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;

/// Events of registrations, in bytes; the form's parts are in [FormCodec] and [VehicleCodec].
final class RegistrationCodec {

  private RegistrationCodec() {}

  static EventType type(RegistrationEvent fact) {
    return switch (fact) {
      case RegistrationEvent.Registered e -> EventType.REGISTERED;
      case RegistrationEvent.Amended e -> EventType.REGISTRATION_AMENDED;
      case RegistrationEvent.PresetKept e -> EventType.PRESET_KEPT;
      case RegistrationEvent.PresetDropped e -> EventType.PRESET_DROPPED;
      case RegistrationEvent.RegistrationsRetired e -> EventType.REGISTRATIONS_RETIRED;
    };
  }

  static void write(ByteOut out, RegistrationEvent fact) {
    switch (fact) {
      case RegistrationEvent.Registered e -> {
        registration(out, e.registration());
        out.instant(e.at());
      }
      case RegistrationEvent.Amended e -> {
        out.number(e.registration());
        change(out, e.change());
        FormCodec.form(out, e.form());
        out.flag(e.correction());
      }
      case RegistrationEvent.PresetKept(var preset) -> PresetCodec.preset(out, preset);
      case RegistrationEvent.PresetDropped(long preset) -> out.number(preset);
      case RegistrationEvent.RegistrationsRetired e -> out.list(e.registrations(), ByteOut::number);
    }
  }

  static void registration(ByteOut out, Registration registration) {
    out.number(registration.id());
    out.uuid(registration.key());
    out.number(registration.owner());
    out.instant(registration.registeredAt());
    out.optional(registration.lot(), ByteOut::uuid);
    out.list(registration.changes(), RegistrationCodec::change);
    FormCodec.form(out, registration.form());
  }

  static RegistrationEvent.Registered registered(ByteIn in) {
    return new RegistrationEvent.Registered(
        new Registration(
            in.number(),
            in.uuid(),
            in.number(),
            in.instant(),
            in.optional(ByteIn::uuid),
            in.list(RegistrationCodec::change),
            FormCodec.form(in)),
        in.instant());
  }

  static RegistrationEvent.Amended amended(ByteIn in) {
    return new RegistrationEvent.Amended(in.number(), change(in), FormCodec.form(in), in.flag());
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
