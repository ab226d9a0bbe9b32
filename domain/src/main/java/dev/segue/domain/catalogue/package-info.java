/** What is known of tracks. */
package dev.segue.domain.catalogue;
