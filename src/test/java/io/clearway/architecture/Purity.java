package io.clearway.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What pure rooms may not touch: the outside, clocks, chance, threads, what differs from machine
/// to machine, and collections whose order differs from run to run.
record Purity(Rooms rooms) {

  /// Runs replications of the twin on worker threads; the one pure class that may know threads.
  private static final String RUNNER = Rooms.ROOT + ".twin.Replications";

  private static final String PERSONAL = Rooms.ROOT + ".kernel.Personal";

  /// Where personal values are defined and where they are sealed.
  private static final Set<String> OPENERS = Set.of(Rooms.ROOT + ".kernel", Rooms.ROOT + ".bytes");

  private static final Set<String> UNSEALING = Set.of("read", "open", "opening");

  private static final List<String> THREADS =
      List.of("java.util.concurrent.", "java.lang.Thread", "java.lang.ThreadLocal");

  /// Types, and packages where the name ends with a dot.
  private static final List<String> OUTSIDE =
      List.of(
          "java.io.",
          "java.net.",
          "java.sql.",
          "javax.sql.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.util.Formatter",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.random.",
          "java.util.Timer",
          "java.security.SecureRandom",
          "java.time.Clock",
          "org.slf4j.",
          "ch.qos.logback.",
          "java.util.logging.",
          "tools.jackson.",
          "com.fasterxml.jackson.",
          "io.javalin.",
          "io.micrometer.",
          "org.postgresql.",
          "org.flywaydb.");

  /// Members as `owner.name`, as `owner.name(Parameters)`, or as `package.*.name`.
  private static final Set<String> DIFFERS_BY_MACHINE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.exit",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.lineSeparator",
          "java.lang.System.identityHashCode",
          "java.lang.Math.random",
          "java.time.*.now",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.time.format.DateTimeFormatter.ofPattern(String)",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>(byte[])",
          "java.lang.String.<init>(byte[],int,int)",
          "java.lang.String.format(String,Object[])",
          "java.lang.String.formatted",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.util.*.parallelStream",
          "java.util.stream.*.parallel",
          "java.util.Arrays.parallelSort",
          "java.util.Arrays.parallelPrefix",
          "java.util.Arrays.parallelSetAll");

  /// The last digit of these may differ between processors; `StrictMath` is the same everywhere.
  private static final Set<String> TRANSCENDENTAL =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final Set<String> WITHOUT_ORDER =
      Set.of(
          "java.util.HashMap.<init>",
          "java.util.HashMap.newHashMap",
          "java.util.HashSet.<init>",
          "java.util.HashSet.newHashSet",
          "java.util.Hashtable.<init>",
          "java.util.IdentityHashMap.<init>",
          "java.util.WeakHashMap.<init>",
          "java.util.Map.of",
          "java.util.Map.ofEntries",
          "java.util.Map.copyOf",
          "java.util.Set.of",
          "java.util.Set.copyOf",
          "java.util.stream.Collectors.toSet",
          "java.util.stream.Collectors.toUnmodifiableSet",
          "java.util.stream.Collectors.toUnmodifiableMap",
          "java.util.stream.Collectors.groupingBy(Function)",
          "java.util.stream.Collectors.groupingBy(Function,Collector)",
          "java.util.stream.Collectors.groupingByConcurrent",
          "java.util.stream.Collectors.toConcurrentMap",
          "java.util.stream.Collectors.toMap(Function,Function)",
          "java.util.stream.Collectors.toMap(Function,Function,BinaryOperator)");

  /// Uses of the outside and of whatever differs between two runs or two machines.
  List<String> impurities(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (rooms.isPure(type)) {
        addForbiddenTypes(type, found);
        addForbiddenMembers(type, DIFFERS_BY_MACHINE, found);
        addTranscendentals(type, found);
      }
    }
    return List.copyOf(found);
  }

  /// Collections whose order of iteration differs from run to run.
  List<String> unordered(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (rooms.isPure(type)) {
        addForbiddenMembers(type, WITHOUT_ORDER, found);
      }
    }
    return List.copyOf(found);
  }

  /// Personal values that a pure room reads although they may be sealed: what it then decides would
  /// depend on which keys exist.
  List<String> unsealed(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (rooms.isPure(type) && !OPENERS.contains(type.getPackageName())) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          String owner = access.getTargetOwner().getName();
          boolean personal = owner.equals(PERSONAL) || owner.startsWith(PERSONAL + "$");
          if (personal && UNSEALING.contains(access.getName())) {
            found.add(access.getDescription());
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static void addForbiddenTypes(JavaClass type, Set<String> into) {
    boolean runner = type.getName().equals(RUNNER) || type.getName().startsWith(RUNNER + "$");
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getName();
      if (isAmong(OUTSIDE, target) || (!runner && isAmong(THREADS, target))) {
        into.add(dependency.getDescription());
      }
    }
  }

  private static boolean isAmong(List<String> names, String target) {
    return names.stream()
        .anyMatch(name ->
            name.endsWith(".")
                ? target.startsWith(name)
                : target.equals(name) || target.startsWith(name + "$"));
  }

  private static void addForbiddenMembers(JavaClass type, Set<String> names, Set<String> into) {
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      String owner = access.getTargetOwner().getName();
      String everyOwner = access.getTargetOwner().getPackageName() + ".*";
      if (names.contains(owner + "." + access.getName())
          || names.contains(owner + "." + signature(access))
          || names.contains(everyOwner + "." + access.getName())) {
        into.add(access.getDescription());
      }
    }
  }

  private static void addTranscendentals(JavaClass type, Set<String> into) {
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      if (access.getTargetOwner().getName().equals("java.lang.Math")
          && TRANSCENDENTAL.contains(access.getName())) {
        into.add(access.getDescription());
      }
    }
  }

  private static String signature(JavaAccess<?> access) {
    if (access.getTarget() instanceof CodeUnitAccessTarget unit) {
      return unit.getRawParameterTypes().stream()
          .map(JavaClass::getSimpleName)
          .collect(Collectors.joining(",", access.getName() + "(", ")"));
    }
    return access.getName();
  }
}
