package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class OpenApiIT {

  private static final JavaClasses PORTAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.visavis.web");

  /** What stands beside them under a path holds for all of them. */
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private JsonObject document;

  @BeforeEach
  void read(PortalServer portal) {
    document =
        JsonParser.parseString(ApiClient.of(portal).page("/openapi?format=json").body())
            .getAsJsonObject();
  }

  @Test
  void everyRouteIsDescribed() {
    Set<String> described = new TreeSet<>();
    document
        .getAsJsonObject("paths")
        .entrySet()
        .forEach(
            path ->
                path.getValue().getAsJsonObject().keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> described.add(method + " " + path.getKey())));
    Set<String> served = new TreeSet<>();
    for (JavaClass one : PORTAL) {
      if (one.isAnnotatedWith(WebServlet.class)) {
        Stream.of(one.getAnnotationOfType(WebServlet.class).urlPatterns())
            .filter(pattern -> pattern.startsWith("/api/"))
            .forEach(pattern -> served.add("get " + pattern));
      }
      if (!one.isAnnotatedWith(Path.class)) {
        continue;
      }
      String base = "/api/v1/" + one.getAnnotationOfType(Path.class).value();
      for (Method method : one.reflect().getDeclaredMethods()) {
        Path path = method.getAnnotation(Path.class);
        method(method)
            .forEach(
                name -> served.add(name + " " + base + (path == null ? "" : "/" + path.value())));
      }
    }

    assertThat(served).hasSizeGreaterThan(25);
    assertThat(described).containsExactlyElementsOf(served);
  }

  @Test
  void everyOperationHasASummaryAndWhatItAnswers() {
    forEachOperation(
        (route, operation) -> {
          assertThat(operation.has("summary")).as(route).isTrue();
          assertThat(operation.getAsJsonObject("responses").keySet())
              .as(route)
              .anyMatch(status -> status.startsWith("2"));
        });
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references =
        Arrays.stream(document.toString().split("\"\\$ref\":\"#/components/schemas/", -1))
            .skip(1)
            .map(rest -> rest.substring(0, rest.indexOf('"')))
            .toList();

    assertThat(references).isNotEmpty();
    assertThat(document.getAsJsonObject("components").getAsJsonObject("schemas").keySet())
        .containsAll(references);
  }

  @Test
  void everyExampleHasTheFieldsOfItsSchemaAlone() {
    int[] examples = {0};
    forEachOperation(
        (route, operation) -> {
          if (!operation.has("requestBody")) {
            return;
          }
          JsonObject content = operation.getAsJsonObject("requestBody").getAsJsonObject("content");
          JsonElement json = content.get("application/json");
          if (json == null || !json.getAsJsonObject().has("example")) {
            return;
          }
          JsonElement given = json.getAsJsonObject().get("example");
          JsonObject example =
              given.isJsonObject()
                  ? given.getAsJsonObject()
                  : JsonParser.parseString(given.getAsString()).getAsJsonObject();
          String schema =
              json.getAsJsonObject()
                  .getAsJsonObject("schema")
                  .get("$ref")
                  .getAsString()
                  .replace("#/components/schemas/", "");
          Set<String> known =
              document
                  .getAsJsonObject("components")
                  .getAsJsonObject("schemas")
                  .getAsJsonObject(schema)
                  .getAsJsonObject("properties")
                  .keySet();
          assertThat(known).as(route).containsAll(example.keySet());
          examples[0]++;
        });

    assertThat(examples[0]).isGreaterThan(5);
  }

  private void forEachOperation(java.util.function.BiConsumer<String, JsonObject> check) {
    document
        .getAsJsonObject("paths")
        .entrySet()
        .forEach(
            path ->
                path.getValue().getAsJsonObject().entrySet().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(
                        operation ->
                            check.accept(
                                operation.getKey() + " " + path.getKey(),
                                operation.getValue().getAsJsonObject())));
  }

  private static List<String> method(Method method) {
    if (method.isAnnotationPresent(GET.class)) {
      return List.of("get");
    } else if (method.isAnnotationPresent(PUT.class)) {
      return List.of("put");
    } else if (method.isAnnotationPresent(POST.class)) {
      return List.of("post");
    }
    return method.isAnnotationPresent(DELETE.class) ? List.of("delete") : List.of();
  }
}
