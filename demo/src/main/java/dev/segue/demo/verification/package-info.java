/** Compares the output topics with what the audience was made to do. */
package dev.segue.demo.verification;
