/** The server: who may see the page, where its parts are, and how it stays live. */
package dev.segue.adapters.web.server;
