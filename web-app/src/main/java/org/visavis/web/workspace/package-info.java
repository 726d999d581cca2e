/** The employee's pages: status, limit, appearance, inbox. */
@NullMarked
package org.visavis.web.workspace;

import org.jspecify.annotations.NullMarked;
