/** The session operator: wraps {@link dev.segue.domain.session.ListenerSessions}. */
package dev.segue.adapters.flink.session;
