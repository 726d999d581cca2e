/**
 * What tests of the running portal need: {@link org.visavis.web.testing.PortalServer} starts, stops
 * and kills one, {@link org.visavis.web.testing.PortalTest} shares one among all tests.
 */
package org.visavis.web.testing;
