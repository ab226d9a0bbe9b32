/**
 * The definition of sessions as tests, the same for every implementation. They contain the examples of
 * docs/semantics.md.
 */
package dev.segue.domain.semantics;
