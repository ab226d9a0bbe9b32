package dev.segue.architecture.broken.simulator_knows_no_rule.domain.session;

public final class SessionRules {}
