/** What a listener hears right now, and the signal that says so: what the policies of {@code ad} and {@code ranking} judge by. */
package dev.segue.domain.signal.now;
