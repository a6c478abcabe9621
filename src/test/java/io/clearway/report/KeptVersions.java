package io.clearway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Versions that are kept as long as the test runs.
public final class KeptVersions implements Version.Store {

  private final Map<Version.Series, List<ProvinceReport>> given = new ConcurrentHashMap<>();

  @Override
  public List<ProvinceReport> of(Version.Series series) {
    return given.getOrDefault(series, List.of());
  }

  @Override
  public synchronized boolean add(Version.Series series, int number, ProvinceReport report) {
    List<ProvinceReport> all = new ArrayList<>(of(series));
    if (number != all.size() + 1) {
      return false;
    }
    all.add(report);
    given.put(series, List.copyOf(all));
    return true;
  }
}
