/**
 * The dashboard: a web server, an in-memory copy of the jobs' output topics, and the views on it. Depends only on
 * {@code domain}; {@code app} feeds it.
 */
package dev.segue.adapters.web;
