/**
 * A second implementation of the rules of sessions and listening, over a whole set of events at once. It sorts and
 * walks, and is written to be read. The stream's event-by-event results are tested against it; the two share value
 * types and nothing else.
 */
package dev.segue.domain.reference;
