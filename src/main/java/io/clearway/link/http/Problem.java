package io.clearway.link.http;

import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.link.json.ViolationJson;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One no, as RFC 9457 wants it.
///
/// @param refusal code, rule, detail and what is unmet; the rule may be empty
/// @param retryAfter seconds, when asking again can help
public record Problem(int status, Refusal refusal, OptionalInt retryAfter) {

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, Refusal.of(code, "", detail), OptionalInt.empty());
  }

  public static Problem later(int status, String code, String detail) {
    return new Problem(status, Refusal.of(code, "", detail), OptionalInt.of(1));
  }

  /// Asking again before so many seconds are over does not help.
  public static Problem after(int status, String code, String detail, long seconds) {
    return new Problem(
        status, Refusal.of(code, "", detail), OptionalInt.of((int) Math.max(1, seconds)));
  }

  /// Bad input, every fault at once.
  public static Problem input(List<Violation> violations) {
    return new Problem(
        400,
        new Refusal("BAD_INPUT", "", "The input cannot be read.", List.of(), violations),
        OptionalInt.empty());
  }

  public static Problem input(String path, String code, String detail) {
    return input(List.of(new Violation(path, code, "E-1", detail)));
  }

  /// Ends the request when something was wrong with it.
  ///
  /// @throws Halt naming every fault
  static void none(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Halt(input(List.copyOf(violations)));
    }
  }

  public static Problem notFound() {
    return of(404, "NOT_FOUND", "There is nothing here.");
  }

  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "urn:clearway:problem:" + refusal.code());
    json.put("title", title());
    json.put("status", status);
    json.put("code", refusal.code());
    json.put("detail", refusal.detail());
    if (!refusal.rule().isEmpty()) {
      json.put("rule", refusal.rule());
    }
    if (!refusal.unmet().isEmpty()) {
      var unmet = json.putArray("unmet");
      refusal.unmet().forEach(unmet::add);
    }
    if (!refusal.violations().isEmpty()) {
      var list = json.putArray("violations");
      refusal.violations().forEach(v -> ViolationJson.write(list.addObject(), v));
    }
    json.put("origin", status < 500 ? "client" : "clearway");
    return json;
  }

  private String title() {
    return switch (status) {
      case 400 -> "Bad input";
      case 401 -> "Not signed in";
      case 403 -> "Denied";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Too slow";
      case 409 -> "Refused";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 429 -> "Too many requests";
      case 503 -> "Not available";
      default -> "Fault";
    };
  }

  /// Ends the handling of a request with a problem; no defect, hence without a trace.
  public static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Halt(Problem problem) {
      super(problem.refusal().code(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
