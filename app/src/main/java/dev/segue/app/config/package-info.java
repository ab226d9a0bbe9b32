/**
 * Configuration of jobs and commands, from a file to immutable records.
 *
 * <p>A {@link dev.segue.app.config.Setting} is one key: its type, bounds, default and description, in one place.
 * Related settings form an {@link dev.segue.app.config.OptionGroup}; a job's groups form its
 * {@link dev.segue.app.config.OptionSet}, which {@link dev.segue.app.config.Config} reads and validates as a whole.
 * Settings that a file contains once per name, such as those of an alert policy, are
 * {@link dev.segue.app.config.NamedOptions}. {@code docs/configuration.md} is generated from the same settings. A job adds its own groups in its own package.
 */
package dev.segue.app.config;
