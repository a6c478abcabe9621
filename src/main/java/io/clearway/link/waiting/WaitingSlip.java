package io.clearway.link.waiting;

import io.clearway.kernel.Direction;
import io.clearway.link.print.Slip;
import io.clearway.report.WaitingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A waiting record on paper, and what whoever checks one is shown.
record WaitingSlip(WaitingWords words) {

  /// @param address where anybody can check it
  Slip of(WaitingRecord record, WaitingStatement statement, String address) {
    WaitingRecord.Head head = record.head();
    Slip slip = Slip.of(words.words().language(), words.say("title"));
    slip.row(words.say("vehicle"), head.plate().read().orElse(words.words().say("unknown")));
    head.number().ifPresent(number -> slip.row(words.say("number"), number));
    gate(slip, head.gate(), head.direction());
    span(slip, record.from(), record.to());
    slip.row(words.say("over"), words.say(record.over() ? "over.yes" : "over.no"));
    slip.row(
        words.say("asOf"),
        words.moment(record.asOf()) + " · " + words.say("entry", head.asOfSeq()));
    slip.heading(words.say("totals"));
    totals(slip, statement.parts());
    slip.heading(words.say("stretches"));
    slip.note(words.clocks());
    stretches(slip, record.stretches());
    if (!record.plugged().isEmpty()) {
      slip.heading(words.say("plugged"));
      plugged(slip, record.plugged());
    }
    slip.note(words.say("meaning"));
    return slip.code(address, words.say("check", statement.digest()));
  }

  private void gate(Slip slip, String gate, Direction direction) {
    String side = words.words().say("side." + direction);
    slip.row(words.words().say("gate"), words.place(gate) + " · " + side);
  }

  private void span(Slip slip, Instant from, Instant to) {
    slip.row(words.say("from"), words.moment(from));
    slip.row(words.say("to"), words.moment(to));
    slip.row(words.say("lasted"), WaitingWords.lasted(Duration.between(from, to)));
  }

  private void totals(Slip slip, List<WaitingStatement.Part> parts) {
    List<List<String>> rows = new ArrayList<>();
    for (WaitingStatement.Part part : parts) {
      rows.add(
          List.of(
              words.whose(part.kind(), part.agency()),
              WaitingWords.lasted(Duration.ofSeconds(part.seconds())),
              WaitingWords.lasted(Duration.ofSeconds(part.alone()))));
    }
    slip.table(List.of(words.say("cause"), words.say("time"), words.say("alone")), rows);
    slip.note(words.say("together"));
  }

  private void stretches(Slip slip, List<WaitingRecord.Stretch> stretches) {
    List<List<String>> rows = new ArrayList<>();
    for (WaitingRecord.Stretch stretch : stretches) {
      rows.add(
          List.of(
              words.moment(stretch.from()),
              words.moment(stretch.to()),
              WaitingWords.lasted(stretch.lasted()),
              words.where(stretch.where()),
              stretch.causes().stream().map(words::cause).collect(Collectors.joining("; "))));
    }
    slip.table(
        List.of(
            words.say("from"),
            words.say("to"),
            words.say("time"),
            words.say("place"),
            words.say("cause")),
        rows);
  }

  private void plugged(Slip slip, List<WaitingRecord.Plugged> plugged) {
    List<List<String>> rows = new ArrayList<>();
    for (WaitingRecord.Plugged one : plugged) {
      rows.add(
          List.of(
              words.moment(one.from()),
              one.to().map(words::moment).orElse(words.say("stillPlugged"))));
    }
    slip.table(List.of(words.say("from"), words.say("to")), rows);
  }

  /// To be compared with the paper: what the signed code says, and no vehicle.
  Slip genuine(WaitingStatement said) {
    Slip slip = Slip.of(words.words().language(), words.say("genuine"));
    gate(slip, said.gate(), said.direction());
    span(slip, said.from(), said.to());
    slip.row(words.say("asOf"), words.say("entry", said.asOfSeq()));
    slip.heading(words.say("totals"));
    totals(slip, said.parts());
    slip.row(words.say("digest"), said.digest());
    return slip.note(words.say("compare"));
  }

  Slip forged() {
    return Slip.of(words.words().language(), words.say("forged")).note(words.say("forgedMeaning"));
  }
}
