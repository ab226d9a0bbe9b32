/** The images: what they log, and that they run. */
package dev.segue.deploy.image;
