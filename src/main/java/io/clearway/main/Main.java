package io.clearway.main;

import io.clearway.link.postgres.PostgresUnavailable;
import io.clearway.vault.VaultInUse;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command line. Results go to stdout as JSON, messages to stderr; wrong use and failure are
/// one clear line and a non-zero exit.
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status;
    try {
      status = run(Arguments.parse(List.of(args)), out, err);
    } catch (Arguments.WrongUse wrong) {
      err.println("clearway: " + wrong.getMessage());
      status = 2;
    } catch (PostgresUnavailable | UncheckedIOException | IOException | SQLException failed) {
      err.println("clearway: " + failed.getMessage());
      status = 1;
    } catch (VaultInUse running) {
      err.println("clearway: the gate runs on this data folder; stop it first");
      status = 1;
    } catch (InterruptedException stopped) {
      status = 130;
    } catch (GeneralSecurityException | RuntimeException | LinkageError defect) {
      LOG.error("a defect", defect);
      err.println("clearway: a defect, told in the log: " + defect);
      status = 70;
    }
    System.exit(status);
  }

  private static int run(Arguments arguments, PrintStream out, PrintStream err)
      throws IOException, SQLException, InterruptedException, GeneralSecurityException {
    return switch (arguments.verb()) {
      case UP -> UpVerb.run(arguments, err);
      case VERIFY -> JournalVerbs.verify(arguments, out);
      case VERIFY_WAITING -> JournalVerbs.verifyWaiting(arguments, out);
      case EXPORT -> JournalVerbs.export(arguments, out);
      case RESTORE -> JournalVerbs.restore(arguments, out);
      case IMPORT -> ImportVerb.run(arguments, out);
      case CONVERT -> ConvertVerb.run(arguments, out);
      case TAKEOVER -> TakeoverVerbs.takeover(arguments, out);
      case DIFFERENCE -> DifferenceVerb.run(arguments, out);
      case HANDBACK -> TakeoverVerbs.handback(arguments, out);
      case ENROL -> EnrolVerb.run(arguments, out);
      case TOKEN -> AskVerbs.token(arguments, out);
      case REPORT -> ReportVerb.run(arguments, out);
      case STATISTICS -> StatisticsVerb.run(arguments, out);
      case RECONCILE -> MoneyVerbs.reconcile(arguments, out);
      case TARIFF -> MoneyVerbs.tariff(arguments, out);
      case ERASE -> JournalVerbs.erase(arguments, out);
      case BENCH -> BenchVerb.run(arguments, out);
      case HELP -> help(arguments, out);
    };
  }

  private static int help(Arguments arguments, PrintStream out) {
    if (arguments.words().isEmpty()) {
      out.println("Clearway runs a land border gate. Verbs:");
      for (Verb verb : Verb.values()) {
        out.printf("  %-10s %s%n", verb.word, verb.summary);
      }
      out.println("See ./clearway help VERB.");
      return 0;
    }
    String word = arguments.words().getFirst();
    Verb verb =
        Verb.find(word)
            .orElseThrow(() -> new Arguments.WrongUse("there is no verb '" + word + "'"));
    out.print(verb.help());
    return 0;
  }
}
