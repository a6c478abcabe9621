package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;

/// Before this step nobody counted a vehicle's axles, and a site had no limits for them.
final class AxlesAdded {

  private AxlesAdded() {}

  static void adopted(ByteIn old, ByteOut next) {
    SiteCodec.write(next, SiteCodec.adopted(old, RulebookCodec::withoutAxles));
  }

  static void planned(ByteIn old, ByteOut next) {
    SiteCodec.write(next, SiteCodec.planned(old, RulebookCodec::withoutAxles));
  }

  static void registered(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.registered(old, VehicleCodec::withoutAxles));
  }

  static void amended(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.amended(old, VehicleCodec::withoutAxles));
  }
}
