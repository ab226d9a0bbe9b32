/**
 * What a job can be told, from a file to immutable records.
 *
 * <p>A {@link dev.segue.app.config.Setting} is one key: its type, bounds, default and description, in one place. Related
 * settings form an {@link dev.segue.app.config.OptionGroup}; a job's groups form its
 * {@link dev.segue.app.config.OptionSet}, which {@link dev.segue.app.config.Config} reads and judges as a whole.
 * {@code docs/configuration.md} is written from the same settings. A job adds groups of its own in its own package.
 */
package dev.segue.app.config;
