package org.visavis.web.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the one demo portal that all such tests share.
 *
 * <p>Test methods and constructors may ask for a {@link PortalServer} (started once for all test
 * classes, stopped when the last has ended: leave it as you found it, or choose people of your
 * own), for a {@link com.microsoft.playwright.Browser} (one Chromium for all) and for a {@link
 * com.microsoft.playwright.BrowserContext} (a fresh one for this method, closed after it).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPortal.class)
public @interface PortalTest {}
