package io.clearway.journal;

/// One stretch of journal that can be read alone: it begins with entries that recreate the world.
///
/// @param carried how many of its first entries are carry-forward
/// @param previousHash the hash of the last entry before it
/// @param day the gate's day it was opened on, ISO
public record Segment(int number, long firstSeq, long carried, Digest previousHash, String day) {}
