/// What is checked of waiting records that are handed out.
@org.jspecify.annotations.NullMarked
package io.clearway.link.waiting;
