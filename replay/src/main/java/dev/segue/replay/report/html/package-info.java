/** The result of a replay as one HTML file that needs nothing else: no script, no network, no other file. */
package dev.segue.replay.report.html;
