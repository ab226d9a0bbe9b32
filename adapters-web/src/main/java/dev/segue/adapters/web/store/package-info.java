/**
 * The contents of the topics in memory: packed and bounded; the entry updated longest ago is evicted first. Independent
 * of browsers.
 */
package dev.segue.adapters.web.store;
