package dev.segue.domain.playback;

/** Why a play ended. If the listener chose to end it, it was a skip. */
public enum EndReason {
    COMPLETED(false),
    FORWARD(true),
    BACK(true),
    PICKED_OTHER(true),
    LOGOUT(false),
    ERROR(false),
    APP_CLOSED(false),
    UNKNOWN(false);

    private final boolean listenersChoice;

    EndReason(boolean listenersChoice) {
        this.listenersChoice = listenersChoice;
    }

    /** Whether the listener chose to leave the track. */
    public boolean isListenersChoice() {
        return listenersChoice;
    }
}
