package dev.segue.architecture.broken.simulator_knows_no_rule.simulator;

import dev.segue.architecture.broken.simulator_knows_no_rule.domain.playback.Device;

final class Innocent {
    Device device;
}
