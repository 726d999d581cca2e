package org.visavis.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/**
 * The API and where it lies. Resources and providers are found by their annotations. Not final,
 * because CDI stands in for it.
 */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Visavis",
            version = "1",
            description =
                "Find the right person, see whether he or she can be reached now, and hand a request"
                    + " in. Errors are problem documents (RFC 9457); times are RFC 3339 with their"
                    + " offset. Somebody who is hidden gives the same answers as somebody who does"
                    + " not exist."))
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "A token of POST /api/v1/tokens")
public class ApiApplication extends Application {}
