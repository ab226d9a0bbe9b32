/** The rules under which state is made, and whether state may be used under others. */
package dev.segue.domain.rules;
