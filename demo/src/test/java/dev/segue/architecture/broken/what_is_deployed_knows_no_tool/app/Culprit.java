package dev.segue.architecture.broken.what_is_deployed_knows_no_tool.app;

import dev.segue.architecture.broken.what_is_deployed_knows_no_tool.demo.Stage;

final class Culprit {

    private Culprit() {}

    static void shows() {
        Stage.open();
    }
}
