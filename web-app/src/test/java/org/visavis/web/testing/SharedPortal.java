package org.visavis.web.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the shared portal and the shared browser to {@link PortalTest}s. */
final class SharedPortal implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedPortal.class);
  private static final Set<Class<?>> OFFERED =
      Set.of(PortalServer.class, Browser.class, BrowserContext.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return OFFERED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    // Closed by the store, when all test classes have ended.
    Store session = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    if (type == PortalServer.class) {
      return session.getOrComputeIfAbsent(
          PortalServer.class,
          key -> PortalServer.named("shared-demo").demo().start(),
          PortalServer.class);
    }
    Browser browser =
        session
            .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class)
            .browser();
    if (type == Browser.class) {
      return browser;
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            BrowserContext.class, key -> browser.newContext(), BrowserContext.class);
  }
}
