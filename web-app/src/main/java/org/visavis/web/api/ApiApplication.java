package org.visavis.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API and where it lies. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public final class ApiApplication extends Application {}
