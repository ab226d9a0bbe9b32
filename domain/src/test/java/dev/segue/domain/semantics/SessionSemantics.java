package dev.segue.domain.semantics;

/**
 * All the rules of sessions, for any implementation. A test class that provides {@link CurrentSessions#sessionsOf}
 * inherits every test.
 */
public abstract class SessionSemantics
        implements ChainSemantics,
                PresenceSemantics,
                LongestPlaySemantics,
                CapSemantics,
                TruthSemantics,
                IdSemantics,
                ListenedTimeSemantics,
                SkipSemantics,
                InterruptionSemantics,
                RunSemantics,
                MoodSemantics,
                WhereSemantics {}
