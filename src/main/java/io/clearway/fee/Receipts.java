package io.clearway.fee;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The receipts of the last weeks, those that were cancelled ever, and the number that each series
/// comes to next.
///
/// @param byCharge their ids, in order
/// @param byNumber from the printed number to the id, of those that are held or were cancelled
/// @param cancelled by the id of the receipt: a paper of years ago must not pass for a good one
/// @param next of each series and year, in order of their names
public record Receipts(
    Ids<Receipt> all,
    Ids<List<Long>> byCharge,
    Names<Long> byNumber,
    Ids<Cancelled> cancelled,
    List<Series> next) {

  /// @param next the number that the next receipt gets
  public record Series(String series, int year, long next) {}

  /// A receipt that no longer counts.
  ///
  /// @param number as it is printed
  /// @param by the counter-receipt, as it is printed
  public record Cancelled(long receipt, String number, String by) {}

  static Receipts empty() {
    return new Receipts(Ids.empty(), Ids.empty(), Names.empty(), Ids.empty(), List.of());
  }

  Receipts under(@Nullable Edit edit) {
    return new Receipts(
        all.under(edit), byCharge.under(edit), byNumber.under(edit), cancelled.under(edit), next);
  }

  public List<Receipt> of(long charge) {
    return byCharge.find(charge).orElse(List.of()).stream().map(all::get).toList();
  }

  /// One that is held.
  ///
  /// @param printed as [Receipt#printed()] says it
  public Optional<Receipt> find(String printed) {
    return byNumber.find(printed).flatMap(all::find);
  }

  /// By what it was cancelled, however long ago.
  public Optional<Cancelled> cancelled(String printed) {
    return byNumber.find(printed).flatMap(cancelled::find);
  }

  /// Those that no counter-receipt cancelled.
  List<Receipt> valid(long charge) {
    return of(charge).stream()
        .filter(one -> one.counterOf().isEmpty() && !cancelled.has(one.id()))
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
    Receipts held =
        new Receipts(
            all.with(receipt.id(), receipt),
            byCharge.with(receipt.charge(), List.copyOf(ids)),
            byNumber.with(receipt.printed(), receipt.id()),
            cancelled,
            next);
    if (receipt.counterOf().isEmpty()) {
      return held;
    }
    return held.all
        .find(receipt.counterOf().getAsLong())
        .map(old -> held.with(new Cancelled(old.id(), old.printed(), receipt.printed())))
        .orElse(held);
  }

  Receipts with(Cancelled one) {
    return new Receipts(
        all,
        byCharge,
        byNumber.with(one.number(), one.receipt()),
        cancelled.with(one.receipt(), one),
        next);
  }

  Receipts at(Series series) {
    TreeMap<String, Series> sorted = new TreeMap<>();
    next.forEach(one -> sorted.put(one.series() + " " + one.year(), one));
    sorted.put(series.series() + " " + series.year(), series);
    return new Receipts(all, byCharge, byNumber, cancelled, List.copyOf(sorted.values()));
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
        cancelled.has(id) ? byNumber : byNumber.without(old.printed()),
        cancelled,
        next);
  }
}
