/// Secrets of actors: API tokens, of which only the SHA-256 is kept.
///
/// Public: [Tokens]. Answers who speaks; what the actor may do is in the world. Never writes or
/// logs a token.
@org.jspecify.annotations.NullMarked
package io.clearway.identity;
