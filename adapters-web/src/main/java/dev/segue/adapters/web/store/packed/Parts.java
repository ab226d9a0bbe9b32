package dev.segue.adapters.web.store.packed;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;

/** Packs values that several records share. */
final class Parts {

    private static final PlayContext.Type[] CONTEXTS = PlayContext.Type.values();
    private static final Mood.Quadrant[] QUADRANTS = Mood.Quadrant.values();

    private Parts() {}

    static void pack(Skips skips, Packer packer) {
        packer.number(skips.quick()).number(skips.early()).number(skips.late());
    }

    static Skips skips(Unpacker from) {
        return new Skips(from.count(), from.count(), from.count());
    }

    static void pack(Mood mood, Packer packer) {
        packer.word(mood.quadrant())
                .number(mood.valence())
                .number(mood.energy())
                .number(mood.confidence());
    }

    static Mood mood(Unpacker from) {
        return new Mood(from.word(QUADRANTS), from.count(), from.count(), from.count());
    }

    /** Null stays null. */
    static void pack(PlayContext context, Packer packer) {
        packer.flag(context != null);
        if (context != null) {
            packer.word(context.type()).text(context.id()).text(context.edition());
        }
    }

    static PlayContext context(Unpacker from) {
        return from.flag() ? new PlayContext(from.word(CONTEXTS), from.text(), from.text()) : null;
    }
}
