/**
 * What crosses the border: one Avro record per message, generated from {@code src/main/avro}, where every field says
 * its unit and its meaning.
 */
package dev.segue.contracts;
