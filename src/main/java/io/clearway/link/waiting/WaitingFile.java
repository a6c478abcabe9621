package io.clearway.link.waiting;

import io.clearway.journal.Digest;
import io.clearway.report.WaitingRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A waiting record as a file with its signature in it: JSON around the record's own bytes, a page
/// or a PDF with a last line that readers pass over. No byte can change without being found.
///
/// @param genuine it is as this house signed it
/// @param statement what it comes to; of a page or a PDF it is on the paper
public record WaitingFile(boolean genuine, Optional<String> statement) {

  private static final Pattern JSON =
      Pattern.compile(
          "\\{\"record\":(?<record>\\{.*\\}),\"statement\":\"(?<said>[A-Za-z0-9_.~-]+)\","
              + "\"signature\":\"(?<signature>[0-9a-f]{128})\"\\}\n",
          Pattern.DOTALL);

  /// The last line of a page or a PDF.
  private static final Pattern LAST =
      Pattern.compile("(?<open><!-- |%)clearway-waiting-file (?<signature>[0-9a-f]{128})( -->)?\n");

  private static final int LONGEST_LAST = 200;

  /// A record as it is handed out, and what stands in its QR code.
  static final class Signed {
    private final byte[] bytes;
    private final WaitingStatement statement;
    private final String signature;

    private Signed(byte[] bytes, WaitingStatement statement, String signature) {
      this.bytes = bytes;
      this.statement = statement;
      this.signature = signature;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    WaitingStatement statement() {
      return statement;
    }

    /// Of the statement.
    String signature() {
      return signature;
    }
  }

  static Signed sign(WaitingRecord record, WaitingSeal seal) {
    byte[] bytes = WaitingJson.bytes(record);
    WaitingStatement statement = WaitingStatement.of(record, bytes);
    String text = statement.text();
    String signature = seal.sign(WaitingSeal.Subject.RECORD, text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("{\"record\":"));
    out.writeBytes(bytes);
    out.writeBytes(ascii(",\"statement\":\"" + text + "\",\"signature\":\"" + signature + "\"}\n"));
    return new Signed(out.toByteArray(), statement, signature);
  }

  static byte[] page(String html, WaitingSeal seal) {
    return with(html.getBytes(StandardCharsets.UTF_8), "\n<!-- ", " -->\n", seal);
  }

  static byte[] pdf(byte[] pdf, WaitingSeal seal) {
    return with(pdf, "\n%", "\n", seal);
  }

  private static byte[] with(byte[] body, String before, String after, WaitingSeal seal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(body);
    String signature = seal.sign(WaitingSeal.Subject.FILE, digest(body));
    out.writeBytes(ascii(before + "clearway-waiting-file " + signature + after));
    return out.toByteArray();
  }

  /// Reads a file that somebody brings.
  ///
  /// @param publicKey of the house that gave it out, X.509
  public static WaitingFile check(byte[] file, byte[] publicKey) {
    Matcher json = JSON.matcher(new String(file, StandardCharsets.UTF_8));
    return json.matches() ? record(file, json, publicKey) : paper(file, publicKey);
  }

  private static WaitingFile record(byte[] file, Matcher json, byte[] publicKey) {
    String text = json.group("said");
    String record = json.group("record");
    // What is no UTF-8 reads as something else, and must not pass for it.
    byte[] again = json.group().getBytes(StandardCharsets.UTF_8);
    boolean genuine =
        Arrays.equals(again, file)
            && WaitingSeal.fits(
                publicKey, WaitingSeal.Subject.RECORD, text, json.group("signature"))
            && WaitingStatement.parse(text).filter(said -> isOf(record, said)).isPresent();
    return new WaitingFile(genuine, genuine ? Optional.of(text) : Optional.empty());
  }

  private static boolean isOf(String record, WaitingStatement said) {
    return said.digest().equals(digest(record.getBytes(StandardCharsets.UTF_8)));
  }

  private static WaitingFile paper(byte[] file, byte[] publicKey) {
    int end = file.length - 1;
    int last = end - 1;
    while (last >= 0 && file[last] != '\n' && end - last < LONGEST_LAST) {
      last--;
    }
    if (last < 0 || file[last] != '\n') {
      return new WaitingFile(false, Optional.empty());
    }
    String line = new String(file, last + 1, file.length - last - 1, StandardCharsets.ISO_8859_1);
    Matcher said = LAST.matcher(line);
    boolean genuine =
        said.matches()
            && said.group("open").equals("%") == !line.endsWith(" -->\n")
            && WaitingSeal.fits(
                publicKey,
                WaitingSeal.Subject.FILE,
                digest(Arrays.copyOf(file, last)),
                said.group("signature"));
    return new WaitingFile(genuine, Optional.empty());
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Digest.of(bytes).bytes());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
