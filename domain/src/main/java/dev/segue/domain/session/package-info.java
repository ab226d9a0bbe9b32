/** Sessions: how activities chain, what stands, and how one more event changes it. */
package dev.segue.domain.session;
