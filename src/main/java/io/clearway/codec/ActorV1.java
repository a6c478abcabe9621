package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;

/// The first version of an enrolled actor had no scope: it was everywhere, at any time, of no
/// company.
final class ActorV1 {

  private ActorV1() {}

  static void lift(ByteIn old, ByteOut next) {
    next.number(old.number());
    next.uuid(old.uuid());
    next.varint(old.varint());
    next.text(old.text());
    next.count(0);
    next.flag(false);
    next.count(0);
  }
}
