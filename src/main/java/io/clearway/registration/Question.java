package io.clearway.registration;

/// Something that nobody has said yes or no to: whether these goods may pass here.
///
/// @param path the field that it is about
/// @param commodity its code in the site file
public record Question(String path, String commodity) {}
