/**
 * Outgoing mail, and the mail box of the demo.
 *
 * <p>Start with {@code OutboxObserver}: what happens to a request becomes rows of the {@code
 * Outbox} in the same transaction, with one job for each, and {@code MailDelivery} sends them
 * afterwards. A mail whose request was acknowledged is therefore never lost; it is sent twice only
 * when the server dies between handing it over and noting that, and then with the same Message-ID.
 *
 * <p>Nothing here logs an address or a word of a mail.
 */
@NullMarked
package org.visavis.web.mail;

import org.jspecify.annotations.NullMarked;
