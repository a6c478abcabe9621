/// Checks of the house itself: which room may use which, what pure rooms may touch, how large
/// things may grow, which word stands for what.
///
/// Each check is a function from classes, sources or pages to findings, so that the real code and a
/// small offending sample go through the same lines, and each is seen to fail.
@NullMarked
package io.clearway.architecture;

import org.jspecify.annotations.NullMarked;
