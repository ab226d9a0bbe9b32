/**
 * What a listener is playing right now, and the signal that reports it: the input of the policies in {@code ad} and
 * {@code ranking}.
 */
package dev.segue.domain.signal.now;
