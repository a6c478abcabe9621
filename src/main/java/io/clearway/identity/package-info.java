/// By what people and programs prove who they are: API tokens, passwords and PINs (Argon2id),
/// sessions, signed links of drivers. Of each secret only a digest is kept, in files for the
/// service's account alone.
///
/// Public: [Identity] with [Tokens], [Passwords], [Sessions], [Attempts] and [DriverLinks]. Answers
/// who speaks; what the actor may do is in the world. Never writes or logs a secret.
@org.jspecify.annotations.NullMarked
package io.clearway.identity;
