package io.clearway.link.api;

import io.clearway.identity.DriverLinks;
import io.clearway.identity.DriverLinks.Brought;
import io.clearway.identity.Identity;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.rows.Rows;
import io.clearway.registration.Registration;
import io.clearway.world.World;

/// What a driver's link opens: one registration.
public final class ByLink {

  private ByLink() {}

  /// @param link that stands
  public record Held(DriverLinks.Link link, Registration registration) {}

  /// Of who holds a link; what the trader who made it may see no more, the driver may neither.
  ///
  /// @throws Problem.Halt when there is none
  public static Held held(Call call, Identity identity) {
    World world = call.world();
    DriverLinks.Link link = standing(call, identity);
    var issuer =
        world
            .authorities()
            .find(link.issuer())
            .orElseThrow(() -> ended(call, "LINK_REVOKED", "Who made this link may no more."));
    Registration registration =
        world
            .registrations()
            .find(link.registration())
            .filter(r -> issuer.scope().covers(r.form().gate()))
            .filter(r -> Rows.owned(world, r, issuer.id()))
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    return new Held(link, registration);
  }

  /// The link that stands. Who holds one that was signed here is told why it does not; whoever has
  /// none, or a forged one, is told nothing.
  private static DriverLinks.Link standing(Call call, Identity identity) {
    return switch (identity.links().read(call.bearer().orElseThrow(call::nobody))) {
      case Brought.Standing(DriverLinks.Link link) -> link;
      case Brought.Expired(DriverLinks.Link link) ->
          throw ended(call, "LINK_EXPIRED", "This link ended at " + link.expires() + ".");
      case Brought.Revoked _ -> throw ended(call, "LINK_REVOKED", "This link was withdrawn.");
      case Brought.Foreign _ -> throw call.nobody();
    };
  }

  private static Problem.Halt ended(Call call, String code, String detail) {
    call.context().header("WWW-Authenticate", "Bearer");
    return new Problem.Halt(Problem.of(401, code, detail));
  }
}
