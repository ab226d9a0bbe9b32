/**
 * KPI rows counted anew from the session revisions on the topic, by the contracts alone and without the rules of {@code domain}: what
 * the demo and the tests hold the rows on the topic against.
 */
package dev.segue.app.recount;
