package dev.segue.domain.playback;

/** Why a play ended. The listener's choice makes a skip; an end nobody chose does not. */
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
