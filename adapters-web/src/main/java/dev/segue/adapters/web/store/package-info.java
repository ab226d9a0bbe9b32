/**
 * What the page remembers of the topics: packed, and no more than fits; the oldest is let go first. Nothing here knows of
 * browsers.
 */
package dev.segue.adapters.web.store;
