/** Puts cores, adapters and the server together: the only place that knows them all. */
@NullMarked
package org.visavis.web.wiring;

import org.jspecify.annotations.NullMarked;
