/// Checks of the house itself: which room may use which, what pure rooms may touch, how large
/// things may grow.
///
/// Each check is a function from classes or sources to findings, so that the real code and a small
/// offending sample go through the same lines, and each is seen to fail.
@NullMarked
package io.clearway.architecture;

import org.jspecify.annotations.NullMarked;
