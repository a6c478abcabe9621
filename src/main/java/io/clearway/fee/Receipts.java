package io.clearway.fee;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The receipts of the last weeks, and the number that each series comes to next.
///
/// @param byCharge their ids, in order
/// @param next of each series and year, in order of their names
public record Receipts(Ids<Receipt> all, Ids<List<Long>> byCharge, List<Series> next) {

  /// @param next the number that the next receipt gets
  public record Series(String series, int year, long next) {}

  static Receipts empty() {
    return new Receipts(Ids.empty(), Ids.empty(), List.of());
  }

  Receipts under(@Nullable Edit edit) {
    return new Receipts(all.under(edit), byCharge.under(edit), next);
  }

  public List<Receipt> of(long charge) {
    return byCharge.find(charge).orElse(List.of()).stream().map(all::get).toList();
  }

  /// Those that no counter-receipt cancelled.
  List<Receipt> valid(long charge) {
    List<Receipt> known = of(charge);
    return known.stream()
        .filter(one -> one.counterOf().isEmpty())
        .filter(one ->
            known.stream()
                .flatMapToLong(other -> other.counterOf().stream())
                .noneMatch(id -> id == one.id()))
        .toList();
  }

  long next(String series, int year) {
    return next.stream()
        .filter(one -> one.series().equals(series) && one.year() == year)
        .mapToLong(Series::next)
        .findFirst()
        .orElse(1);
  }

  /// @throws IllegalStateException when a number would be left out or given twice
  Receipts issued(Receipt receipt) {
    long expected = next(receipt.series(), receipt.year());
    if (receipt.number() != expected) {
      throw new IllegalStateException(
          "receipt " + receipt.printed() + " where number " + expected + " is next");
    }
    return carried(receipt).at(new Series(receipt.series(), receipt.year(), expected + 1));
  }

  Receipts carried(Receipt receipt) {
    List<Long> ids = new ArrayList<>(byCharge.find(receipt.charge()).orElse(List.of()));
    ids.add(receipt.id());
    return new Receipts(
        all.with(receipt.id(), receipt), byCharge.with(receipt.charge(), List.copyOf(ids)), next);
  }

  Receipts at(Series series) {
    TreeMap<String, Series> sorted = new TreeMap<>();
    next.forEach(one -> sorted.put(one.series() + " " + one.year(), one));
    sorted.put(series.series() + " " + series.year(), series);
    return new Receipts(all, byCharge, List.copyOf(sorted.values()));
  }

  Receipts without(long id) {
    Receipt old = all.get(id);
    List<Long> rest = new ArrayList<>(byCharge.get(old.charge()));
    rest.remove(id);
    return new Receipts(
        all.without(id),
        rest.isEmpty()
            ? byCharge.without(old.charge())
            : byCharge.with(old.charge(), List.copyOf(rest)),
        next);
  }
}
