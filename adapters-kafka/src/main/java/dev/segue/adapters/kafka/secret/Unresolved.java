package dev.segue.adapters.kafka.secret;

/** The configuration refers to something that this process does not have. */
public final class Unresolved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String lacking;

    Unresolved(String lacking) {
        super("The configuration refers to " + lacking + " for this process. Provide it everywhere: where the job is"
                + " started, on every job manager and on every task manager.");
        this.lacking = lacking;
    }

    /** What is not there, in words such as "the environment variable WORD, which is not set". */
    public String lacking() {
        return lacking;
    }
}
