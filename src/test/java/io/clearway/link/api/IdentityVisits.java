package io.clearway.link.api;

import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/// How the operations about actors, sessions and drivers' links are called.
final class IdentityVisits {

  private static final String BADGE = "{\"badge\":\"4711\",\"pin\":\"730518\"}";

  private final Door door;
  private final IntSupplier rows;
  private final String operator;
  private final String reader;
  private final String trader;
  private int people;

  /// @param rows of the sample, each once
  IdentityVisits(Door door, IntSupplier rows) {
    this.door = door;
    this.rows = rows;
    this.operator = door.token(Role.OPERATOR);
    this.reader = door.token(Role.READER);
    this.trader = door.token(Role.TRADER);
  }

  void add(Map<String, Visit> all) {
    actors(all);
    proposals(all);
    handOvers(all);
    sessions(all);
    ownSecrets(all);
    drivers(all);
  }

  private static UUID unknown() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }

  /// Another actor, whom nobody else asks about.
  private UUID enrolled() {
    UUID id = unknown();
    Door.Got got =
        door.post(
            Role.OPERATOR,
            "/actors",
            "{\"id\":\"%s\",\"role\":\"READER\",\"label\":\"x\"}".formatted(id));
    if (got.status() != 201) {
      throw new AssertionError(got.raw().body());
    }
    return id;
  }

  private void actors(Map<String, Visit> all) {
    all.put("listActors", Visit.of(reader, () -> List.of(Ask.get(operator))));
    String scope =
        """
        {"gates":["HN"],"shifts":[{"days":["MONDAY"],"from":"18:00","to":"06:00"}]}\
        """;
    UUID customs = door.key(Role.CUSTOMS);
    UUID yard = door.key(Role.YARD);
    all.put(
        "rescopeActor",
        Visit.of(
                reader,
                () -> List.of(Ask.post(operator, "{\"gates\":[\"HN\",\"CM\",\"TT\"]}").id(yard)))
            .bad(
                Ask.post(operator, scope.replace("18:00", "25:00")).id(customs),
                Ask.post(operator, scope.replace("MONDAY", "monday")).id(customs))
            .absent(() -> List.of(Ask.post(operator, "{}").id(unknown())))
            .refused(() -> List.of(Ask.post(operator, scope).id(yard))));
    UUID known = enrolled();
    all.put(
        "renewPassword",
        Visit.of(reader, () -> List.of(Ask.post(operator, "{\"name\":\"renewed\"}").id(known)))
            .bad(Ask.post(operator, "{\"name\":\" \"}").id(known))
            .absent(() -> List.of(Ask.post(operator, "{\"name\":\"nobody\"}").id(unknown())))
            .refused(() -> List.of(Ask.post(operator, "{\"name\":\"renewed\"}").id(enrolled()))));
    all.put(
        "revokeActor",
        Visit.of(reader, () -> List.of(Ask.post(operator, "{}").id(enrolled())))
            .absent(() -> List.of(Ask.post(operator, "{}").id(unknown()))));
  }

  private void proposals(Map<String, Visit> all) {
    String wish = "{\"id\":\"%s\",\"renewPassword\":{\"actor\":\"%s\"}}";
    String customs = door.key(Role.CUSTOMS).toString();
    UUID own = unknown();
    all.put(
        "propose",
        Visit.of(reader, () -> List.of(Ask.post(operator, wish.formatted(own, customs))))
            .bad(Ask.post(operator, "{\"id\":\"" + unknown() + "\"}"))
            .refused(() -> List.of(Ask.post(operator, wish.formatted(own, customs)))));
    all.put(
        "listProposals",
        Visit.of(
            reader,
            () -> {
              approvedByAnother();
              return List.of(Ask.get(operator));
            }));
    all.put(
        "approve",
        Visit.of(reader, () -> List.of(Ask.post(operator, "{}").id(byAnother())))
            .absent(() -> List.of(Ask.post(operator, "{}").id(unknown())))
            .refused(() -> {
              UUID mine = unknown();
              door.post(Role.OPERATOR, "/proposals", wish.formatted(mine, customs));
              return List.of(Ask.post(operator, "{}").id(mine));
            }));
    all.put(
        "withdrawProposal",
        Visit.of(reader, () -> List.of(Ask.post(operator, "{}").id(byAnother())))
            .absent(() -> List.of(Ask.post(operator, "{}").id(unknown()))));
  }

  private void handOvers(Map<String, Visit> all) {
    String customs = door.token(Role.CUSTOMS);
    UUID own = unknown();
    String sheet = "{\"id\":\"" + own + "\"}";
    all.put(
        "handOverShift",
        Visit.of(reader, () -> List.of(Ask.post(customs, sheet)))
            .bad(Ask.post(customs, "{}"))
            .refused(() -> List.of(Ask.post(customs, sheet))));
    all.put(
        "takeOverShift",
        Visit.of(reader, () -> List.of(Ask.post(night(), "{}").id(handedOver())))
            .once(() -> Ask.post(customs, "{}").id(handedOver()))
            .absent(() -> List.of(Ask.post(customs, "{}").id(unknown())))
            .refused(() -> List.of(Ask.post(customs, "{}").id(handedOver()))));
    all.put(
        "withdrawHandOver",
        Visit.of(reader, () -> List.of(Ask.post(customs, "{}").id(handedOver())))
            .once(() -> Ask.post(door.token(Role.BORDER_GUARD), "{}").id(handedOver()))
            .absent(() -> List.of(Ask.post(customs, "{}").id(unknown()))));
    all.put(
        "listHandOvers",
        Visit.of(
                reader,
                () -> {
                  String next = night();
                  UUID taken = handedOver();
                  door.post(next, "/hand-overs/" + taken + "/approval", unknown().toString(), "{}");
                  handedOver();
                  return List.of(Ask.get(customs), Ask.get(customs).query("date", "2025-08-29"));
                })
            .bad(Ask.get(customs).query("date", "2025-02-30")));
  }

  /// Another officer of customs.
  private String night() {
    String next = "{\"id\":\"" + unknown() + "\",\"role\":\"CUSTOMS\",\"label\":\"night\"}";
    return door.post(Role.OPERATOR, "/actors", next).json().get("token").stringValue();
  }

  private UUID handedOver() {
    UUID sheet = unknown();
    Door.Got got = door.post(Role.CUSTOMS, "/hand-overs", "{\"id\":\"" + sheet + "\"}");
    if (got.status() != 201) {
      throw new AssertionError(got.raw().body());
    }
    return sheet;
  }

  private UUID byAnother() {
    return proposed(Optional.empty());
  }

  private void approvedByAnother() {
    proposed(Optional.of(new Proposal.Voice(77, new UUID(0, 2), Door.NOW)));
  }

  private UUID proposed(Optional<Proposal.Voice> approved) {
    World world = door.gate.published().world();
    UUID key = unknown();
    var voice = new Proposal.Voice(78, new UUID(0, 1), Door.NOW);
    Proposal proposal =
        new Proposal(
            world.nextId(), key, Matter.RENEW_SECRET, new UUID(0, 3), "x", voice, approved);
    door.gate.replayed(world.apply(new Event.OfAuthority(new AuthorityEvent.Proposed(proposal))));
    return key;
  }

  /// A person's browser, signed in.
  private Desk desk(Role role) {
    String name = "person " + people++;
    Desk desk = door.person(role, name);
    if (desk.signIn(name, Door.PASSWORD).status() != 201) {
      throw new AssertionError("nobody signs in");
    }
    return desk;
  }

  private Ask page(Ask ask) {
    return ask.header("Origin", "http://127.0.0.1:" + door.port).header("Clearway-Request", "1");
  }

  private Ask of(Desk desk, String body) {
    return page(Ask.get().header("Cookie", desk.cookie()))
        .header("Content-Type", "application/json")
        .body(body);
  }

  private void sessions(Map<String, Visit> all) {
    String in = "{\"name\":\"signer\",\"password\":\"%s\"}";
    String right = in.formatted(Door.PASSWORD);
    String wrong = in.formatted("wrong");
    Ask bare = Ask.get().header("Content-Type", "application/json");
    all.put(
        "signIn",
        Visit.of(
                "",
                () -> {
                  door.person(Role.READER, "signer");
                  return List.of(bare.body(right), page(bare).body(right));
                })
            .bad(bare.body("{\"name\":\"x\"}"))
            .absent(() -> List.of(bare.body(right).complex("mong-cai")))
            .question()
            .other(401, () -> List.of(bare.body(wrong)))
            .other(403, () -> List.of(bare.body(right).header("Origin", "https://evil.example")))
            .other(
                429,
                () -> {
                  for (int i = 0; i < 6; i++) {
                    new Desk(door).signIn("locked", "wrong");
                  }
                  return List.of(bare.body(wrong.replace("signer", "locked")));
                }));
    desks(all);
  }

  private void desks(Map<String, Visit> all) {
    all.put(
        "signOut",
        Visit.of(
                reader, () -> List.of(page(Ask.get().header("Cookie", desk(Role.READER).cookie()))))
            .once(() -> page(Ask.get().header("Cookie", desk(Role.READER).cookie()))));
    all.put(
        "takeOver",
        Visit.of(
                reader,
                () -> {
                  desk(Role.YARD).post("/me/badge", BADGE);
                  return List.of(of(desk(Role.READER), BADGE));
                })
            .question()
            .once(() -> of(desk(Role.READER), BADGE))
            .other(401, () -> List.of(of(desk(Role.READER), BADGE.replace("518", "519"))))
            .other(
                429,
                () -> {
                  Desk desk = desk(Role.READER);
                  String tried = BADGE.replace("4711", "4712");
                  for (int i = 0; i < 6; i++) {
                    desk.post("/sessions/current/take-over", tried);
                  }
                  return List.of(of(desk, tried));
                }));
  }

  private void ownSecrets(Map<String, Visit> all) {
    String choice = "{\"old\":\"" + Door.PASSWORD + "\",\"new\":\"another of one's own\"}";
    all.put(
        "changePassword",
        Visit.of(reader, () -> List.of(of(desk(Role.MANAGEMENT_BOARD), choice)))
            .question()
            .once(() -> of(desk(Role.MANAGEMENT_BOARD), choice)));
    all.put(
        "setBadge",
        Visit.of(reader, () -> List.of(of(desk(Role.CUSTOMS), BADGE.replace("4711", "4713"))))
            .refused(() -> List.of(of(desk(Role.BORDER_GUARD), BADGE.replace("4711", "4713"))))
            .question()
            .other(400, () -> List.of(of(desk(Role.YARD), BADGE.replace("730518", "111111")))));
  }

  private void drivers(Map<String, Visit> all) {
    int row = rows.getAsInt();
    String named = "{\"registration\":\"" + Door.seven(row) + "\"}";
    String other = "{\"registration\":\"" + unknown() + "\"}";
    all.put(
        "makeDriverLink",
        Visit.of(
                reader,
                () -> {
                  door.arrive(row);
                  return List.of(
                      Ask.ask(trader, named), Ask.ask(trader, named.replace("}", ",\"hours\":1}")));
                })
            .bad(Ask.ask(trader, named.replace("}", ",\"hours\":169}")))
            .absent(() -> List.of(Ask.ask(trader, other)))
            .question());
    all.put(
        "revokeDriverLinks",
        Visit.of(
                reader,
                () -> {
                  int another = rows.getAsInt();
                  door.arrive(another);
                  return List.of(
                      Ask.ask(trader, "{\"registration\":\"" + Door.seven(another) + "\"}"));
                })
            .bad(Ask.ask(trader, "{}"))
            .absent(() -> List.of(Ask.ask(trader, other)))
            .question());
    all.put(
        "readDriverPassage",
        Visit.everybody(() -> {
          int another = rows.getAsInt();
          door.arrive(another);
          return List.of(Ask.get(link(Door.seven(another))));
        }));
  }

  String link(UUID registration) {
    return door.post(Role.TRADER, "/driver-links", "{\"registration\":\"" + registration + "\"}")
        .json()
        .get("link")
        .stringValue();
  }
}
