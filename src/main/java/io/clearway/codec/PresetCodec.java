package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationEvent;

/// What traders keep, in bytes: the parts of a record in the order in which it names them.
final class PresetCodec {

  private PresetCodec() {}

  static void preset(ByteOut out, Preset preset) {
    out.number(preset.id());
    out.uuid(preset.key());
    out.number(preset.owner());
    out.varint(
        switch (preset.kind()) {
          case DRAFT -> 1;
          case TEMPLATE -> 2;
          case COMPANY -> 3;
          case VEHICLE -> 4;
          case PERSON -> 5;
        });
    out.text(preset.label());
    out.instant(preset.keptAt());
    out.list(preset.leaves(), PresetCodec::leaf);
  }

  static RegistrationEvent.PresetKept kept(ByteIn in) {
    return new RegistrationEvent.PresetKept(
        new Preset(
            in.number(),
            in.uuid(),
            in.number(),
            kind(in),
            in.text(),
            in.instant(),
            in.list(PresetCodec::leaf)));
  }

  private static Preset.Kind kind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Preset.Kind.DRAFT;
      case 2 -> Preset.Kind.TEMPLATE;
      case 3 -> Preset.Kind.COMPANY;
      case 4 -> Preset.Kind.VEHICLE;
      case 5 -> Preset.Kind.PERSON;
      default -> throw in.corrupt("no such kind of preset");
    };
  }

  private static void leaf(ByteOut out, Preset.Leaf leaf) {
    switch (leaf) {
      case Preset.Leaf.Plain(String path, String json) -> {
        out.varint(1);
        out.text(path);
        out.text(json);
      }
      case Preset.Leaf.Private(String path, var json) -> {
        out.varint(2);
        out.text(path);
        out.personal(json);
      }
    }
  }

  private static Preset.Leaf leaf(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Preset.Leaf.Plain(in.word(), in.text());
      case 2 -> new Preset.Leaf.Private(in.word(), in.personal());
      default -> throw in.corrupt("no such leaf of a preset");
    };
  }

  static RegistrationEvent.PresetDropped dropped(ByteIn in) {
    return new RegistrationEvent.PresetDropped(in.number());
  }
}
