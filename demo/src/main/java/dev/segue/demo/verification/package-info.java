/** Holds what stands on the output topics against what the audience was made to do. */
package dev.segue.demo.verification;
