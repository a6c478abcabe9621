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
      case RegistrationEvent.RegistrationsRetired e -> EventType.REGISTRATIONS_RETIRED;
    };
  }

  static void write(ByteOut out, RegistrationEvent fact) {
    switch (fact) {
      case RegistrationEvent.Registered e -> {
        out.number(e.registration().id());
        out.uuid(e.registration().key());
        out.number(e.registration().owner());
        FormCodec.form(out, e.registration().form());
        out.instant(e.at());
      }
      case RegistrationEvent.RegistrationsRetired e -> out.list(e.registrations(), ByteOut::number);
    }
  }

  static RegistrationEvent.Registered registered(ByteIn in) {
    return new RegistrationEvent.Registered(
        new Registration(in.number(), in.uuid(), in.number(), FormCodec.form(in)), in.instant());
  }

  static RegistrationEvent.RegistrationsRetired retired(ByteIn in) {
    return new RegistrationEvent.RegistrationsRetired(in.list(ByteIn::number));
  }
}
