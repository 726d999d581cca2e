/** Outgoing mail, and the mail box of the demo. */
@NullMarked
package org.visavis.web.mail;

import org.jspecify.annotations.NullMarked;
