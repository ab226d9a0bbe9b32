/** The server: access control, static files, live updates and JSON snapshots. */
package dev.segue.adapters.web.server;
