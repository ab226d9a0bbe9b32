/** Whether an ad may play now: {@link dev.segue.domain.signal.ad.AdPolicies} asks one policy after the other. */
package dev.segue.domain.signal.ad;
