package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.identity.Sessions;
import java.util.Optional;
import java.util.UUID;

/// Who asks.
///
/// @param session in which it is asked: that of a desk, or one that stands for a token
/// @param signedIn the person's session; none for who asks with a token
public record Who(Actor actor, UUID session, Optional<Sessions.Session> signedIn) {}
