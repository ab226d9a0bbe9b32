/** The session operator: a shell around {@link dev.segue.domain.session.ListenerSessions}. */
package dev.segue.adapters.flink.session;
