package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;

/**
 * Holds until a session has enough counted plays: nobody came for an ad.
 *
 * @param songs how many
 */
public record BeforeTheFirstSong(int songs) implements AdPolicy {

    @Override
    public String name() {
        return "before-the-first-song";
    }

    @Override
    public String objection(Now now) {
        int played = now.session().countedPlays();
        return played >= songs ? null : "The session has just begun: " + played + " of " + songs + " songs played.";
    }
}
