/// The door for people, devices and screens: HTTP, server-sent events, the page's files.
///
/// Public: [HttpServer], [Sources] (what it reads from and writes to), [Settings], [Timelines] (the
/// history of each passage, fed by every entry). The edge proves who speaks and reads what is said;
/// what is allowed and what follows is decided behind `journal.Gate`. Every no is
/// `application/problem+json`. Never logs a name, a plate or a token, and shows no trace of the
/// program to the outside.
@org.jspecify.annotations.NullMarked
package io.clearway.link.http;
