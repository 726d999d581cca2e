/**
 * REST v1: everything that a program can do, for customers, employees and administrators.
 *
 * <p>Start with {@link org.visavis.web.api.ApiApplication}. Resources read a request, ask the cores
 * and answer JSON; what they decide about people is what the cores decide. The live stream is not
 * here but in {@code org.visavis.web.live}, and sign-in in {@code org.visavis.web.identity}.
 */
@NullMarked
package org.visavis.web.api;

import org.jspecify.annotations.NullMarked;
