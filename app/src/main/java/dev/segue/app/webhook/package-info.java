/** Posts incidents to a webhook, in a separate consumer, so that no job waits for the webhook. */
package dev.segue.app.webhook;
