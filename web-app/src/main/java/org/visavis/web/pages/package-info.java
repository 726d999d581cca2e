/**
 * What every page shares: the frame, the texts in both languages, the addresses of assets, the
 * records that describe a person on a page, and the rendering itself.
 *
 * <p>Start with {@link org.visavis.web.pages.Pages}, which renders a {@link
 * org.visavis.web.pages.View} inside a {@link org.visavis.web.pages.Page}. The records here hold
 * what is to be shown and know nothing of the cores; whoever answers a request fills them. Not for
 * rules: nothing here decides who is shown or what is open.
 */
@NullMarked
package org.visavis.web.pages;

import org.jspecify.annotations.NullMarked;
