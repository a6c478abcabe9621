import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Checks exported segments without any code of the program that wrote them: sequence, hash chain,
/// links between segments, checkpoint signatures. Run: `java tools/VerifySegments.java FOLDER
/// [PUBLIC_KEY_FILE]`. The key file is that of the folder unless another is given: give your own.
/// Format: docs/segments.md. Exit 0 when everything holds, 1 when not, 2 on wrong use.
final class VerifySegments {

  private static final HexFormat HEX = HexFormat.of();

  private final PublicKey key;
  private String complex = "";
  private byte[] hash = new byte[0];
  private long seq;
  private long at = Long.MIN_VALUE;
  private long epoch;
  private int segment;
  private long entries;
  private long checkpoints;
  private final List<String> faults = new ArrayList<>();
  private final List<byte[]> hashes = new ArrayList<>();
  private long firstOfFile;

  private VerifySegments(PublicKey key) {
    this.key = key;
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length < 1 || args.length > 2 || !Files.isDirectory(Path.of(args[0]))) {
      System.err.println("usage: java VerifySegments.java FOLDER [PUBLIC_KEY_FILE]");
      System.exit(2);
    }
    Path folder = Path.of(args[0]);
    Path keyFile = args.length == 2 ? Path.of(args[1]) : folder.resolve("public.key");
    VerifySegments verifier = new VerifySegments(key(keyFile));
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.getFileName().toString().endsWith(".tsv")).sorted().toList();
    }
    for (Path file : files) {
      verifier.read(file);
    }
    if (files.isEmpty()) {
      verifier.faults.add("the folder holds no segment");
    }
    verifier.faults.stream().limit(50).forEach(System.err::println);
    System.out.printf(
        "{\"segments\":%d,\"entries\":%d,\"checkpoints\":%d,\"lastSeq\":%d,\"holds\":%b}%n",
        files.size(),
        verifier.entries,
        verifier.checkpoints,
        verifier.seq,
        verifier.faults.isEmpty());
    System.exit(verifier.faults.isEmpty() ? 0 : 1);
  }

  private static PublicKey key(Path file) {
    try {
      byte[] encoded = Base64.getDecoder().decode(Files.readString(file).strip());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (IOException | IllegalArgumentException | GeneralSecurityException unreadable) {
      System.err.println("there is no readable public key in " + file);
      System.exit(2);
      throw new IllegalStateException(unreadable);
    }
  }

  private void read(Path file) throws IOException, GeneralSecurityException {
    // A byte that is no text becomes a sign that stands nowhere in a segment.
    var bytes = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    try (BufferedReader lines = new BufferedReader(bytes)) {
      String line = lines.readLine();
      if (line == null || !head(file, line.split("\t", -1))) {
        return;
      }
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          line(line.split("\t", -1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
          faults.add(file.getFileName() + " has an unreadable line after entry " + seq);
        }
      }
    }
  }

  /// Nothing when the text is no hexadecimal number.
  private static byte[] bytes(String hex) {
    try {
      return HEX.parseHex(hex);
    } catch (IllegalArgumentException none) {
      return new byte[0];
    }
  }

  private static boolean numbers(String... texts) {
    return Stream.of(texts).allMatch(text -> text.matches("[0-9]{1,9}"));
  }

  private boolean head(Path file, String[] f) throws GeneralSecurityException {
    byte[] previous = f.length == 7 ? bytes(f[5]) : new byte[0];
    if (previous.length == 0 || !f[0].equals("clearway-segment 1") || !numbers(f[2], f[3], f[4])) {
      faults.add(file.getFileName() + " is no segment");
      return false;
    }
    if (hash.length == 0) {
      complex = f[1];
      seq = Long.parseLong(f[3]) - 1;
      segment = Integer.parseInt(f[2]) - 1;
      hash = previous;
      byte[] genesis = sha(("clearway journal 1 " + complex).getBytes(StandardCharsets.UTF_8));
      if (seq == 0 && !Arrays.equals(genesis, previous)) {
        faults.add("the first segment does not begin at the beginning");
      }
    }
    check(f[1].equals(complex), "segment " + f[2] + " is of another complex");
    check(Integer.parseInt(f[2]) == segment + 1, "segment " + f[2] + " follows " + segment);
    check(Long.parseLong(f[3]) == seq + 1, "segment " + f[2] + " does not follow entry " + seq);
    check(Arrays.equals(previous, hash), "segment " + f[2] + " is not linked to entry " + seq);
    segment = Integer.parseInt(f[2]);
    firstOfFile = seq + 1;
    hashes.clear();
    return true;
  }

  private void line(String[] f) throws GeneralSecurityException {
    switch (f[0]) {
      case "E" -> entry(f);
      case "C" -> checkpoint(f);
      default -> faults.add("an unknown line after entry " + seq);
    }
  }

  private void entry(String[] f) throws GeneralSecurityException {
    long number = Long.parseLong(f[1]);
    check(number == seq + 1, "entry " + number + " follows entry " + seq);
    check(Integer.parseInt(f[2]) == segment, "entry " + number + " is in a foreign segment");
    check(
        Long.parseLong(f[3]) >= at && Long.parseLong(f[4]) >= epoch,
        "entry " + number + " goes back in time or epoch");
    byte[] computed = hash(f);
    byte[] claimed = HEX.parseHex(f[10]);
    check(Arrays.equals(computed, claimed), "entry " + number + " has a hash that does not follow");
    seq = number;
    at = Long.parseLong(f[3]);
    epoch = Long.parseLong(f[4]);
    hash = claimed;
    hashes.add(claimed);
    entries++;
  }

  /// Previous hash, seq, segment, at, epoch, actor, command id, command digest, length of cause,
  /// cause, body: big-endian.
  private byte[] hash(String[] f) throws GeneralSecurityException {
    byte[] cause = f[8].getBytes(StandardCharsets.UTF_8);
    byte[] body = Base64.getDecoder().decode(f[9]);
    UUID id = UUID.fromString(f[6]);
    ByteBuffer bytes = ByteBuffer.allocate(120 + 4 + cause.length + body.length);
    bytes.put(hash).putLong(Long.parseLong(f[1])).putInt(Integer.parseInt(f[2]));
    bytes.putLong(Long.parseLong(f[3])).putLong(Long.parseLong(f[4]));
    bytes.putLong(Long.parseLong(f[5]));
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    bytes.put(HEX.parseHex(f[7])).putInt(cause.length).put(cause).put(body);
    return sha(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  private void checkpoint(String[] f) throws GeneralSecurityException {
    long number = Long.parseLong(f[1]);
    int place = (int) (number - firstOfFile);
    boolean there = place >= 0 && place < hashes.size();
    check(
        there && Arrays.equals(hashes.get(place), HEX.parseHex(f[3])),
        "the checkpoint of entry " + number + " names another entry");
    String text = "clearway checkpoint 1\n%s\n%d\n%s\n%s\n".formatted(complex, number, f[2], f[3]);
    Signature verify = Signature.getInstance("Ed25519");
    verify.initVerify(key);
    verify.update(text.getBytes(StandardCharsets.US_ASCII));
    check(
        verify.verify(HEX.parseHex(f[4])),
        "the checkpoint of entry " + number + " has a wrong signature");
    checkpoints++;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  private static byte[] sha(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
