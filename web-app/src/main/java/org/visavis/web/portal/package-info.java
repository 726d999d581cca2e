/** What a customer sees: people, a person, the request and its tracking. No login, no cookie. */
@NullMarked
package org.visavis.web.portal;

import org.jspecify.annotations.NullMarked;
