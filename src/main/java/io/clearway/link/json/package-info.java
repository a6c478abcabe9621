/// JSON at the edge, read strictly: what HTTP and a file import have in common.
///
/// Public: [JsonText] (bytes to a tree), [Fields] (a tree's fields with every fault at its path),
/// [RegistrationReader], [Subjects] (the port through which a person or plate gets its keyed hash).
/// Parse, don't validate: what comes out is a value of the domain, or every fault at once. Never
/// decides a rule.
@org.jspecify.annotations.NullMarked
package io.clearway.link.json;
