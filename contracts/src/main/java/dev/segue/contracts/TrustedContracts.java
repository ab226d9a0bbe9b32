package dev.segue.contracts;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make the classes of this package. Since 1.12.2 it makes none that it was not given leave to make, generated
 * ones included: without it their builders, and every reader and writer of theirs, fail with a {@link SecurityException}.
 *
 * <p>The leave holds for the whole JVM, adds to what others gave, and covers this package alone. The system property
 * {@code org.apache.avro.SERIALIZABLE_PACKAGES=dev.segue.contracts} does the same.
 */
public final class TrustedContracts {

    private static final String PACKAGE = TrustedContracts.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(PACKAGE)));
    }

    private TrustedContracts() {}

    /** Gives leave, once and for all; calls after the first change nothing. */
    public static void register() {
        // Loading this class did it.
    }
}
