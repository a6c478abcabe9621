@org.jspecify.annotations.NullMarked
package io.clearway.takeover;
