package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Tariff;
import io.clearway.journal.Digest;
import io.clearway.link.site.SiteReader;
import io.clearway.link.site.TariffReader;
import io.clearway.live.Answer;
import io.clearway.live.LiveGate;
import io.clearway.live.Order;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import io.clearway.world.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Gives commands to a gate of this process in the name of who holds its data folder.
record Hand(LiveGate gate) {

  private static final long PATIENCE_SECONDS = 120;

  /// Waits until the gate takes commands.
  ///
  /// @throws Arguments.WrongUse when another process owns the journal
  Hand awaitReady() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!gate.ready()) {
      if (System.nanoTime() > until) {
        throw new Arguments.WrongUse("the journal did not open; another process may own it");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return this;
  }

  /// The actor of that name and role, enrolled when it is new.
  Actor actor(String name, Role role) {
    UUID key = UUID.nameUUIDFromBytes(("actor " + name).getBytes(StandardCharsets.UTF_8));
    Optional<Actor> known = gate.published().world().authorities().find(key);
    if (known.isEmpty()) {
      order(new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, role, name)));
    }
    return gate.published().world().authorities().find(key).orElseThrow();
  }

  /// Puts the site file in force unless it is already.
  void adopt(Site site) {
    order(new Command.OfSite(new SiteCommand.AdoptSite(site)));
  }

  /// Puts the tariff in force from its first day on, unless it is held already.
  void adopt(Tariff tariff) {
    order(new Command.OfFee(new FeeCommand.AdoptTariff(tariff)));
  }

  /// @throws Arguments.WrongUse when a rule says no
  void order(Command command) {
    switch (send(Actor.SYSTEM.id(), command)) {
      case Answer.Committed c -> {}
      case Answer.Repeated c -> {}
      case Answer.Refused(var refusal) ->
          throw new Arguments.WrongUse(refusal.code() + ": " + refusal.detail());
      case Answer.Denied c -> throw new Arguments.WrongUse("denied");
      case Answer.IdReused c -> throw new IllegalStateException("a new id was used before");
      case Answer.Overloaded c -> throw new IllegalStateException("overloaded");
      case Answer.Unavailable(String why, boolean uncertain) ->
          throw new UncheckedIOException(new IOException(why));
      case Answer.Fault(String correlation) ->
          throw new IllegalStateException("a rule threw, see the log at " + correlation);
    }
  }

  Answer send(long actor, Command command) {
    UUID id = UUID.randomUUID();
    return send(id, Digest.of(id.toString().getBytes(StandardCharsets.UTF_8)), actor, command);
  }

  Answer send(UUID id, Digest digest, long actor, Command command) {
    return gate.submit(new Order(id, digest, Order.Lane.PEOPLE, actor, command)).join();
  }

  /// The site of `--site`: a complex that ships with the product, or a file.
  ///
  /// @throws Arguments.WrongUse naming every mistake in the file
  static Site site(Arguments arguments) throws IOException {
    String name = arguments.find("site").orElse("lang-son");
    return switch (SiteReader.read(bytes("sites", name))) {
      case SiteReader.Reading.Read(Site site) -> site;
      case SiteReader.Reading.Refused(var mistakes) ->
          throw new Arguments.WrongUse(
              "the site file "
                  + name
                  + " is wrong:\n  "
                  + String.join("\n  ", mistakes.stream().map(Object::toString).toList()));
    };
  }

  /// The tariffs of `--tariff`: ones that ship with the product, files, or all of a folder in the
  /// order of their names; without one that of the complex, if it has one.
  ///
  /// @throws Arguments.WrongUse naming every mistake in the files
  static List<Tariff> tariffs(Arguments arguments, Site site, String usual) throws IOException {
    List<String> asked = arguments.all("tariff");
    boolean ships = Hand.class.getResource("/tariffs/" + usual + ".json") != null;
    List<String> names = asked.isEmpty() && ships ? List.of(usual) : asked;
    if (names.equals(List.of("none"))) {
      return List.of();
    }
    List<Tariff> read = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String name : inFolders(names)) {
      switch (TariffReader.read(bytes("tariffs", name), site)) {
        case TariffReader.Reading.Read(Tariff tariff) -> read.add(tariff);
        case TariffReader.Reading.Refused(var mistakes) -> {
          wrong.add("the tariff file " + name + " is wrong:");
          mistakes.forEach(mistake -> wrong.add("  " + mistake));
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new Arguments.WrongUse(String.join("\n", wrong));
    }
    return List.copyOf(read);
  }

  private static List<String> inFolders(List<String> names) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      if (Files.isDirectory(Path.of(name))) {
        try (Stream<Path> inside = Files.list(Path.of(name))) {
          inside
              .map(Path::toString)
              .filter(file -> file.endsWith(".json"))
              .sorted()
              .forEach(files::add);
        }
      } else {
        files.add(name);
      }
    }
    return files;
  }

  /// Of one that ships, or of a file.
  static byte[] bytes(String folder, String name) throws IOException {
    if (name.matches("[a-z0-9-]{1,40}")) {
      String path = "/" + folder + "/" + name + ".json";
      try (InputStream in = Hand.class.getResourceAsStream(path)) {
        if (in != null) {
          return in.readAllBytes();
        }
      }
    }
    if (!Files.isRegularFile(Path.of(name))) {
      throw new Arguments.WrongUse("there is no complex and no file '" + name + "'");
    }
    return Files.readAllBytes(Path.of(name));
  }
}
