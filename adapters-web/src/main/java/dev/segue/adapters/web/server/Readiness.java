package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Topic;
import java.util.List;

/**
 * Whether the page has something to show: every topic that exists was read to its end once. Trouble that comes later does not
 * change that, because the page says what is wrong.
 *
 * @param unread topics that have not been read to their end since the start
 */
record Readiness(int unread, int topics) {

    static Readiness of(List<Topic> topics) {
        long unread = topics.stream().filter(Readiness::isUnread).count();
        return new Readiness((int) unread, topics.size());
    }

    boolean isReady() {
        return topics > 0 && unread == 0;
    }

    /** In a sentence. */
    String inWords() {
        return isReady()
                ? "Ready."
                : "Not ready: " + unread + " of " + topics + " topics have not been read to their end yet.";
    }

    private static boolean isUnread(Topic topic) {
        return topic.state() == Topic.State.UNKNOWN || topic.state() == Topic.State.CATCHING_UP;
    }
}
