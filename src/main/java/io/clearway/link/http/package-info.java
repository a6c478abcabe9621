/// The door: HTTP, the page's files, who speaks. Knows no operation of the interface.
///
/// Public: [HttpServer], [Settings], [Metrics]; for what is served: [Route], [Call], [Asked],
/// [Problem], [Body]. Every no is `application/problem+json`. Never logs a name, a plate or a
/// token, and shows no trace of the program to the outside.
@org.jspecify.annotations.NullMarked
package io.clearway.link.http;
