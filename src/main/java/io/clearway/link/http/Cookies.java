package io.clearway.link.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The session's cookie, and whether a request comes from our own page.
///
/// Behind TLS the cookie is `__Host-clearway`: of this host alone, never in the clear, never seen
/// by a script, never sent from another site. A browser that signs in at `http://localhost` or
/// `http://127.0.0.1`, where there is no TLS, gets `clearway-local` without `Secure`, which is
/// believed at a loopback address alone.
public final class Cookies {

  static final String SECURE = "__Host-clearway";
  static final String LOCAL = "clearway-local";

  /// What a page sends along with whatever is not a GET: no form and no foreign page can.
  static final String HEADER = "Clearway-Request";

  /// What a page sends along when nobody asked it to ask.
  static final String BACKGROUND = "Clearway-Background";

  /// What a page sends along so that nothing of one person is sent in another's name.
  static final String PERSON = "Clearway-Actor";

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final String FLAGS = "; Path=/; HttpOnly; SameSite=Strict";

  private Cookies() {}

  /// The secret of the session, if one is sent.
  static Optional<String> secret(Context context) {
    Optional<String> secure = Optional.ofNullable(context.cookie(SECURE));
    return secure.isPresent() || !isLoopback(host(context))
        ? secure
        : Optional.ofNullable(context.cookie(LOCAL));
  }

  /// Gives the browser the session.
  public static void set(Context context, String secret) {
    context
        .res()
        .addHeader(
            "Set-Cookie",
            isLocal(context)
                ? LOCAL + "=" + secret + FLAGS
                : SECURE + "=" + secret + FLAGS + "; Secure");
  }

  /// Takes it away.
  public static void clear(Context context) {
    context.res().addHeader("Set-Cookie", SECURE + "=" + FLAGS + "; Secure; Max-Age=0");
    context.res().addHeader("Set-Cookie", LOCAL + "=" + FLAGS + "; Max-Age=0");
  }

  /// Whether a browser sent it from our own page, with the header that only that page can send.
  static boolean isOurs(Context context) {
    return context.header(HEADER) != null && isSameOrigin(context);
  }

  private static boolean isSameOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = context.header("Origin");
    return origin != null
        && (origin.equals("https://" + host(context))
            || (origin.equals("http://" + host(context)) && isLoopback(host(context))));
  }

  /// Whether another site's page sent it. A program says nothing of sites.
  public static boolean isForeign(Context context) {
    boolean browser = context.header("Sec-Fetch-Site") != null || context.header("Origin") != null;
    return browser && !isOurs(context);
  }

  /// Whether the browser speaks to this machine without TLS, by what it says itself.
  private static boolean isLocal(Context context) {
    String origin = context.header("Origin");
    if (origin == null || !origin.startsWith("http://")) {
      return false;
    }
    try {
      return isLoopback(URI.create(origin).getAuthority()) && isLoopback(host(context));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.replaceFirst(":[0-9]{1,5}$", ""));
  }

  private static String host(Context context) {
    return Optional.ofNullable(context.header("Host")).orElse("");
  }

  /// By what address this installation was called: with TLS, unless on this machine.
  public static String base(Context context) {
    String host = host(context);
    return (isLoopback(host) ? "http://" : "https://") + host;
  }

  /// Where it comes from: what the proxy on this machine says, else the other end of the line.
  public static String address(Context context) {
    String forwarded = Optional.ofNullable(context.header("X-Forwarded-For")).orElse("");
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    boolean near =
        List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]").contains(context.ip());
    return near && !last.isEmpty() ? last : context.ip();
  }
}
