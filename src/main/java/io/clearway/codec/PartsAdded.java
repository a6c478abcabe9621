package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Site;
import io.clearway.values.ProcedureCodec;
import io.clearway.values.RulebookCodec;
import io.clearway.values.VehicleCodec;

/// Parts that came later: before such a step they were empty.
final class PartsAdded {

  private PartsAdded() {}

  /// A site had no limits for axles.
  static void axlesOfSite(ByteIn old, ByteOut next) {
    Site site = SiteCodec.site(old, RulebookCodec::withoutAxles, ProcedureCodec::none);
    SiteCodec.site(next, site, RulebookCodec::rulebook, ProcedureCodec::none);
  }

  /// A site did not say what the agencies do.
  static void procedure(ByteIn old, ByteOut next) {
    Site site = SiteCodec.site(old, RulebookCodec::rulebook, ProcedureCodec::none);
    SiteCodec.site(next, site, RulebookCodec::rulebook, ProcedureCodec::procedure);
  }

  /// Nobody counted a vehicle's axles.
  static void axlesOfRegistered(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.registered(old, VehicleCodec::withoutAxles));
  }

  static void axlesOfAmended(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.amended(old, VehicleCodec::withoutAxles));
  }
}
