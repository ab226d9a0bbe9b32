/** Facts about tracks. */
package dev.segue.domain.catalogue;
