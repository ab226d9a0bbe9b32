/** Posts incidents to a webhook: a consumer of its own, so that nobody waits for the webhook but itself. */
package dev.segue.app.webhook;
