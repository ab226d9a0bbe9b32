/** How much a deviation matters: how many listeners it affects, which parts it comes from, and what is furthest from expected. */
package dev.segue.domain.alert.impact;
