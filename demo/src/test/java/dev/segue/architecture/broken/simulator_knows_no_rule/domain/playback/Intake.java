package dev.segue.architecture.broken.simulator_knows_no_rule.domain.playback;

public final class Intake {}
