package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;
import java.io.Serializable;

/** One reason for which an ad had better wait. A value with a name: what it is told stands in its components. */
public interface AdPolicy extends Serializable {

    /** Names it in signals and in documentation. */
    String name();

    /** Why an ad had better wait now, in one sentence; null when this policy does not mind. */
    String objection(Now now);
}
