package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The account of the operating system that the server runs as: PostgreSQL refuses to be root.
///
/// A normal user runs it as itself. Root runs it as the owner of the cluster, for a new one as
/// `nobody` by `setpriv`; where that is missing or forbidden, as root inside a user namespace in
/// which root is nobody (`unshare`).
final class ServerAccount {

  private static final int ROOT = 0;

  private final int uid;
  private final int gid;
  private final List<String> prefix;

  private ServerAccount(int uid, int gid, List<String> prefix) {
    this.uid = uid;
    this.gid = gid;
    this.prefix = prefix;
  }

  /// @param cluster its folder, which need not exist yet
  static ServerAccount choose(Path home, Path cluster) throws IOException {
    int self = number(Path.of("/proc/self/status"), "Uid:");
    boolean exists = Files.exists(cluster);
    int owner = exists ? attribute(cluster, "uid") : self;
    if (self != ROOT) {
      if (owner != self) {
        throw new PostgresUnavailable(
            "%s belongs to user %d and this is user %d: start as that user, or chown the folder"
                .formatted(cluster, owner, self));
      }
      return new ServerAccount(self, number(Path.of("/proc/self/status"), "Gid:"), List.of());
    }
    ServerAccount other = owner == ROOT ? nobody() : switched(owner, attribute(cluster, "gid"));
    if (Shell.run(other.command(List.of("true")), home).succeeded()) {
      return other;
    }
    ServerAccount namespace = new ServerAccount(ROOT, ROOT, List.of("unshare", "-U", "--"));
    if (Shell.run(namespace.command(List.of("true")), home).succeeded()) {
      return namespace;
    }
    throw new PostgresUnavailable(
        "PostgreSQL refuses to run as root, and neither setpriv nor unshare works here:"
            + " start as a normal user, or name a server by URL");
  }

  /// The command line that runs a program as this account, under the same process id.
  List<String> command(List<String> program) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(program);
    return all;
  }

  /// Gives a folder with all in it, or a file, to the account; the folder itself last.
  void own(Path tree) throws IOException {
    if (attribute(tree, "uid") == uid) {
      return;
    }
    for (Path one : FolderTree.everythingIn(tree).reversed()) {
      Files.setAttribute(one, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(one, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /// @throws PostgresUnavailable naming the first folder on the way that the account cannot search
  void requireSearchable(Path folder) throws IOException {
    for (Path at = folder.getRoot(); !at.equals(folder); ) {
      at = at.resolve(folder.getName(at.getNameCount()));
      if (!canSearch(at)) {
        throw new PostgresUnavailable(
            ("PostgreSQL runs as user %d, which cannot search %s: `chmod o+x %s`, or choose a data"
                    + " folder elsewhere")
                .formatted(uid, at, at));
      }
    }
  }

  private boolean canSearch(Path folder) throws IOException {
    int mode = attribute(folder, "mode");
    if (attribute(folder, "uid") == uid) {
      return (mode & 0100) != 0;
    }
    return (mode & (attribute(folder, "gid") == gid ? 0010 : 0001)) != 0;
  }

  private static ServerAccount nobody() throws IOException {
    for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
      String[] fields = line.split(":", -1);
      if (fields[0].equals("nobody") && fields.length > 3) {
        return switched(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
      }
    }
    return switched(65_534, 65_534);
  }

  private static ServerAccount switched(int uid, int gid) {
    return new ServerAccount(
        uid, gid, List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
  }

  private static int attribute(Path path, String name) throws IOException {
    return (int) Files.getAttribute(path, "unix:" + name);
  }

  /// The effective id, second of the four numbers behind `label`.
  private static int number(Path status, String label) throws IOException {
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(label)) {
        return Integer.parseInt(line.substring(label.length()).strip().split("\\s+", -1)[1]);
      }
    }
    throw new IOException(status + " has no line " + label);
  }
}
