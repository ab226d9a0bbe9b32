/** What is usual: the baseline that an hour of a series is compared with. */
package dev.segue.domain.alert.baseline;
