package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;
import java.io.Serializable;

/** One reason to hold an ad. A named value, whose components are its parameters. */
public interface AdPolicy extends Serializable {

    /** Its name in signals and documentation. */
    String name();

    /** Why an ad should wait now, in one sentence; null for no objection. */
    String objection(Now now);
}
