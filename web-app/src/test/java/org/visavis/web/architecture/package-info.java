/** The rules of the web application's packages. */
@NullMarked
package org.visavis.web.architecture;

import org.jspecify.annotations.NullMarked;
