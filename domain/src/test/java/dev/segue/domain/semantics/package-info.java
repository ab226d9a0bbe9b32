/**
 * What sessions are, as tests: the same ones for everything that claims to find sessions. The examples of
 * docs/semantics.md live here.
 */
package dev.segue.domain.semantics;
