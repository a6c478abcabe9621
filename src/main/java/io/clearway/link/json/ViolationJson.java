package io.clearway.link.json;

import io.clearway.kernel.Violation;
import tools.jackson.databind.node.ObjectNode;

/// Writes a fault, with its sentence in the three languages of the screens.
public final class ViolationJson {

  private ViolationJson() {}

  public static ObjectNode write(ObjectNode json, Violation v) {
    json.put("path", v.path());
    json.put("code", v.code());
    json.put("rule", v.rule());
    json.put("message", v.message());
    Sentences.Sentence said = Sentences.of(v);
    json.putObject("messages").put("vi", said.vi()).put("en", said.en()).put("zh", said.zh());
    return json;
  }
}
