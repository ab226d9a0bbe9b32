package dev.segue.domain.semantics;

/**
 * Everything that is true of sessions, whoever finds them. A test class that says how to find them
 * ({@link CurrentSessions#sessionsOf}) inherits every test.
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
