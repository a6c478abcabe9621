/// Benchmarks: both sides in one run, JSON lines on stdout, the machine's load beside each figure.
@org.jspecify.annotations.NullMarked
package io.clearway.bench;
