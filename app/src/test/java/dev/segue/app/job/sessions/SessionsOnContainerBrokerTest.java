package dev.segue.app.job.sessions;

import dev.segue.app.broker.Broker;
import dev.segue.app.broker.ContainerBroker;
import java.nio.file.Path;

class SessionsOnContainerBrokerTest extends SessionsEndToEndContract {

    @Override
    Broker startBroker(Path data) {
        return ContainerBroker.startFor("the sessions job from topic to topic");
    }
}
