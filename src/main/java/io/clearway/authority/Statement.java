package io.clearway.authority;

/// Says in words what a command does, each command in its own words: what is approved is exactly
/// that.
public final class Statement {

  private Statement() {}

  public static String of(AuthorityCommand.EnrolActor c) {
    String label = c.label().replace("\\", "\\\\").replace("\"", "\\\"");
    return "enrol " + c.key() + " as " + c.role() + " \"" + label + "\", " + of(c.scope());
  }

  public static String of(AuthorityCommand.RescopeActor c) {
    return "scope of " + c.actor() + ": " + of(c.scope());
  }

  public static String of(AuthorityCommand.RenewSecret c) {
    return "new password of " + c.actor();
  }

  private static String of(Scope scope) {
    StringBuilder text = new StringBuilder("gates ");
    text.append(scope.gates().isEmpty() ? "all" : String.join(" ", scope.gates()));
    scope.company().ifPresent(company -> text.append(", company ").append(company));
    if (!scope.yards().isEmpty()) {
      text.append(", yards ").append(String.join(" ", scope.yards()));
    }
    for (Shift shift : scope.shifts()) {
      text.append(", shift ").append(shift.from()).append('-').append(shift.to()).append(" on");
      shift.days().forEach(day -> text.append(' ').append(day.name()));
    }
    return text.toString();
  }
}
