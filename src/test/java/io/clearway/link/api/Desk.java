package io.clearway.link.api;

import java.net.http.HttpRequest;
import java.util.UUID;

/// A browser at a desk: it keeps the cookie and says where its page is from.
final class Desk {

  private final Door door;
  private String origin;
  private String cookie = "";

  Desk(Door door) {
    this.door = door;
    this.origin = "http://127.0.0.1:" + door.port;
  }

  /// As a page from there.
  Desk origin(String other) {
    origin = other;
    return this;
  }

  /// Another browser with that cookie.
  Desk with(String other) {
    Desk desk = new Desk(door);
    desk.cookie = other;
    return desk;
  }

  String cookie() {
    return cookie;
  }

  Door.Got signIn(String name, String password) {
    return kept(
        send(
            request("/sessions")
                .header("Clearway-Request", "1")
                .header("Origin", origin)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password)))));
  }

  Door.Got get(String path) {
    return send(request(path).GET());
  }

  Door.Got post(String path, String body) {
    return kept(
        send(
            request(path)
                .header("Clearway-Request", "1")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  /// As somebody's page whose name is told along.
  Door.Got inNameOf(String actor, String path, String body) {
    return send(
        request(path)
            .header("Clearway-Request", "1")
            .header("Clearway-Actor", actor)
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Door.Got delete(String path) {
    return send(request(path).header("Clearway-Request", "1").header("Origin", origin).DELETE());
  }

  /// With the header of our page, and one that says something of where it is from.
  Door.Got plain(String path, String body, String header, String value) {
    return send(
        request(path)
            .header("Clearway-Request", "1")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// From our origin, without the header.
  Door.Got bare(String path, String body) {
    return send(
        request(path).header("Origin", origin).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        door.request(path)
            .header("Content-Type", "application/json")
            .header("Command-Id", UUID.randomUUID().toString());
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private Door.Got send(HttpRequest.Builder request) {
    return door.send(request.build());
  }

  private Door.Got kept(Door.Got got) {
    got.raw()
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return got;
  }
}
