/**
 * The demonstration: an invented company that is loaded into an empty database, and goes on living
 * while the server runs. Nothing of it happens unless {@link
 * org.visavis.web.wiring.Settings#demo()}. Start with {@link org.visavis.web.demo.DemoStart}; its
 * people, texts and pictures are the resources under {@code demo/}.
 */
@NullMarked
package org.visavis.web.demo;

import org.jspecify.annotations.NullMarked;
