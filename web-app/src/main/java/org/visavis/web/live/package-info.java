/**
 * The live stream: tells open pages and programs how people can be reached, as it changes.
 *
 * <p>Start with {@link org.visavis.web.live.PresenceServlet}. The state comes from the feed of
 * presence and from nowhere else; nothing is decided here.
 */
@NullMarked
package org.visavis.web.live;

import org.jspecify.annotations.NullMarked;
