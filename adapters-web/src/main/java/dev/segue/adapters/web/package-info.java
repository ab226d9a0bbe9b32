/**
 * The page on which people see what the jobs tell: a server, what it remembers of the topics, and what it shows of that.
 * Depends on {@code domain} alone; {@code app} feeds it.
 */
package dev.segue.adapters.web;
