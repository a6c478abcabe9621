package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.fee.Tariff;
import io.clearway.identity.Identity;
import io.clearway.identity.Tokens;
import io.clearway.kernel.Subject;
import io.clearway.link.api.Api;
import io.clearway.link.api.Sources;
import io.clearway.link.http.Settings;
import io.clearway.link.payment.BankKey;
import io.clearway.link.payment.FeeRoutes;
import io.clearway.link.payment.ReceiptSeal;
import io.clearway.link.rows.Timelines;
import io.clearway.link.waiting.WaitingRoutes;
import io.clearway.live.JournalPages;
import io.clearway.live.LiveGate;
import io.clearway.report.VersionTable;
import io.clearway.site.Site;
import io.clearway.statistics.Following;
import io.clearway.statistics.StatisticsTables;
import io.clearway.vault.KeyVault;
import io.clearway.world.Clock;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `up`: starts everything on one machine and serves it until it is told to stop.
final class UpVerb {

  /// The demo day begins with the first drivers on the road, five minutes before the gates open.
  private static final LocalTime DAWN = LocalTime.of(6, 55);

  /// Where a bank on this machine serves, when nobody says another place.
  private static final int BANK_PORT = 8090;

  /// So long after dawn the first entries of a new folder may lie.
  private static final Duration SETTLING = Duration.ofHours(2);

  private UpVerb() {}

  /// What was asked for, checked before anything is started.
  ///
  /// @param played the port of the bank that the demo plays; empty: somebody else is the bank
  private record Wish(
      Site site,
      List<Tariff> tariffs,
      String bank,
      OptionalInt played,
      boolean demo,
      int port,
      int speed,
      OptionalInt seed) {
    static Wish of(Arguments arguments) throws IOException {
      Site site = Hand.site(arguments);
      boolean demo = isDemo(arguments);
      OptionalInt played =
          demo && arguments.find("bank").isEmpty()
              ? OptionalInt.of(Demo.freePort())
              : OptionalInt.empty();
      return new Wish(
          site,
          Hand.tariffs(arguments, site, site.complex()),
          arguments.find("bank").orElse("http://localhost:" + played.orElse(BANK_PORT) + "/pay"),
          played,
          demo,
          arguments.number("port", 8080, 65_535),
          arguments.number("speed", 60, 1, 3_600),
          seed(arguments));
    }

    private static OptionalInt seed(Arguments arguments) {
      return arguments.find("seed").isPresent()
          ? OptionalInt.of(arguments.number("seed", 1, Demo.SEEDS))
          : OptionalInt.empty();
    }
  }

  static int run(Arguments arguments, PrintStream err)
      throws IOException, InterruptedException, SQLException {
    Wish wish = Wish.of(arguments);
    Site site = wish.site();
    Optional<Clock> first = wish.demo() ? Optional.of(dawn(site)) : Optional.empty();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped)));
    try (Installation installation = Installation.standBy(arguments, site.complex(), err, stop)) {
      Timelines timelines = new Timelines();
      LiveGate gate = installation.gate(site.complex(), first);
      Identity identity = Identity.open(installation.folder(), InstantSource.system());
      Tokens tokens = identity.tokens();
      Api server = server(installation, gate, identity, timelines, wish);
      Following counting = installation.count(site.complex(), gate);
      int port = server.start(wish.port());
      String url = "http://localhost:" + port;
      Hand hand = new Hand(gate).awaitReady();
      hand.adopt(site);
      wish.tariffs().forEach(hand::adopt);
      new Running(url, fresh(hand, tokens, "operator", Role.OPERATOR)).leave(installation.folder());
      Optional<Process> day = Optional.empty();
      if (first.isPresent()) {
        clock(hand, site, wish.speed());
        day =
            new Demo(installation.folder(), url, site, hand, tokens, wish.played())
                .start(wish.seed(), err);
      }
      greet(err, url, fresh(hand, tokens, "local reader", Role.READER));
      watch(installation, gate, stop);
      day.ifPresent(Process::destroy);
      server.stop();
      counting.close();
      gate.close();
      Running.gone(installation.folder());
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private static void greet(PrintStream err, String url, String token) {
    err.println("Clearway serves " + url + "  (Ctrl-C stops it)");
    err.println("The page: " + url + "/#token=" + token);
    err.println(
        "People sign in there by name and password: ./clearway enrol --role CUSTOMS --name NAME");
  }

  private static Api server(
      Installation installation, LiveGate gate, Identity identity, Timelines timelines, Wish wish) {
    Sources sources =
        new Sources(
            gate,
            identity,
            installation.pseudonyms()::of,
            keys(installation.keys()),
            timelines,
            day -> JournalPages.since(gate, day),
            new VersionTable(installation.database()),
            new StatisticsTables(installation.database(), wish.site().complex()));
    Settings settings = Settings.usual(Home.page());
    FeeRoutes fees =
        new FeeRoutes(
            sources,
            settings,
            wish.bank(),
            BankKey.open(installation.folder()),
            ReceiptSeal.open(installation.folder()));
    WaitingRoutes waiting = new WaitingRoutes(sources, installation.waitingSeal());
    return new Api(sources, settings, waiting.beside(fees::of));
  }

  private static Sources.Keys keys(KeyVault vault) {
    return new Sources.Keys() {
      @Override
      public boolean knows(Subject subject) {
        return vault.knows(subject);
      }

      @Override
      public boolean holds(Subject subject) {
        return vault.holds(subject);
      }
    };
  }

  /// A new token for a local actor; those of earlier starts end.
  private static String fresh(Hand hand, Tokens tokens, String name, Role role) {
    Actor actor = hand.actor(name, role);
    tokens.revoke(actor.key());
    return tokens.issue(actor.key());
  }

  private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(60, TimeUnit.SECONDS)) {
        System.err.println("clearway: stopping took longer than a minute");
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isDemo(Arguments arguments) {
    String given = arguments.find("demo").orElse("on");
    if (!given.equals("on") && !given.equals("off")) {
      throw new Arguments.WrongUse("--demo is on or off");
    }
    return given.equals("on");
  }

  /// The gate's clock before the journal sets one: a demo on an empty folder begins today at dawn,
  /// and runs fast only when everything stands.
  private static Clock dawn(Site site) {
    Instant wall = Instant.now();
    return new Clock(wall, dawn(site, LocalDate.ofInstant(wall, site.zone())), 1);
  }

  private static Instant dawn(Site site, LocalDate day) {
    return day.atTime(DAWN).atZone(site.zone()).toInstant();
  }

  /// Journals the demo's clock. After a restart it goes on from the last entry; on a folder that
  /// was in use without a demo it begins with the next dawn, since no clock goes back.
  private static void clock(Hand hand, Site site, int factor) {
    Instant wall = Instant.now();
    Instant last = hand.gate().published().at();
    Instant start = last;
    if (hand.gate().published().world().clock().isEmpty()) {
      LocalDate day = LocalDate.ofInstant(last, site.zone());
      boolean begun = Duration.between(dawn(site, day), last).compareTo(SETTLING) > 0;
      start = begun ? dawn(site, day.plusDays(1)) : last;
    }
    hand.order(new Command.OfWorld(new WorldCommand.SetClock(wall, start, factor)));
  }

  /// A gate whose writer has ended does nothing any more; whoever watches over the process starts
  /// another one.
  private static void watch(Installation installation, LiveGate gate, CountDownLatch stop)
      throws InterruptedException {
    while (!stop.await(1, TimeUnit.SECONDS)) {
      if (!gate.alive()) {
        throw new IllegalStateException("the writer of the journal has ended");
      }
      installation.keepServerRunning();
    }
  }
}
