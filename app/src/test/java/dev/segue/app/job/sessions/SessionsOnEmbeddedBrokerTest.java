package dev.segue.app.job.sessions;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import java.nio.file.Path;

class SessionsOnEmbeddedBrokerTest extends SessionsEndToEndContract {

    @Override
    Broker startBroker(Path data) throws Exception {
        return EmbeddedBroker.start(data);
    }
}
