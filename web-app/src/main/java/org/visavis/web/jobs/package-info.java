/**
 * Everything that happens later, on a cluster as on one node: jobs are rows of the database, so
 * they survive the server and only one node does each.
 *
 * <p>Start with {@link org.visavis.web.jobs.Jobs}. Whoever has something to do later produces a
 * {@link com.github.kagkarlsson.scheduler.task.Task} bean; it is found at start.
 */
@NullMarked
package org.visavis.web.jobs;

import org.jspecify.annotations.NullMarked;
