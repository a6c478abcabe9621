package io.clearway.codec;

import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.bytes.ByteIn;
import java.time.DayOfWeek;

/// The numbers of what stands in events of the register of actors; as in [EnumCodes], never
/// changed.
final class AuthorityEnums {

  private AuthorityEnums() {}

  static int of(Matter value) {
    return switch (value) {
      case ENROL_ACTOR -> 1;
      case RESCOPE_ACTOR -> 2;
      case RENEW_SECRET -> 3;
    };
  }

  static Matter matter(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Matter.ENROL_ACTOR;
      case 2 -> Matter.RESCOPE_ACTOR;
      case 3 -> Matter.RENEW_SECRET;
      default -> throw in.corrupt("no such matter");
    };
  }

  static int of(AuthorityEvent.Closing value) {
    return switch (value) {
      case WITHDRAWN -> 1;
      case EXPIRED -> 2;
      case DONE -> 3;
    };
  }

  static AuthorityEvent.Closing closing(ByteIn in) {
    return switch (in.code()) {
      case 1 -> AuthorityEvent.Closing.WITHDRAWN;
      case 2 -> AuthorityEvent.Closing.EXPIRED;
      case 3 -> AuthorityEvent.Closing.DONE;
      default -> throw in.corrupt("no such way to close a proposal");
    };
  }

  /// Monday is 1, as ISO 8601 counts.
  static int of(DayOfWeek value) {
    return value.getValue();
  }

  static DayOfWeek day(ByteIn in) {
    int code = in.code();
    if (code < 1 || code > 7) {
      throw in.corrupt("no such day of the week");
    }
    return DayOfWeek.of(code);
  }
}
