package io.clearway.link.http;

import io.clearway.authority.Operation;
import io.javalin.http.HandlerType;
import java.util.List;

/// One operation of the contract.
///
/// @param operation its name in metrics and in the published description
/// @param allowed an actor needs one of these; empty means open to everybody
public record Route(
    HandlerType method, String path, String operation, List<Operation> allowed, Action action) {

  /// Does the operation and writes the answer.
  @FunctionalInterface
  public interface Action {
    void run(Call call);
  }
}
