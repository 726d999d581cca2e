package org.visavis.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Says what a plan makes of whom in one short word. Used once. */
final class PlanDigest {

  private final MessageDigest digest;

  private PlanDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String of(ImportPlan plan) {
    PlanDigest digest = new PlanDigest();
    plan.created().forEach(digest::add);
    digest.add("changed");
    plan.replaced().forEach(digest::add);
    plan.changed().forEach(digest::add);
    plan.departments().forEach(department -> digest.add(department.id().value()));
    digest.add("topics");
    plan.topics().forEach(topic -> digest.add(topic.id().value()));
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void add(Employee one) {
    add(one.id().value());
    add(one.givenName());
    add(one.familyName());
    add(one.displayName());
    add(one.nameOrder().code());
    add(one.formOfAddress());
    add(one.pronouns());
    add(one.title());
    one.roles()
        .forEach(
            role -> {
              add(role.department().value());
              add(role.title());
            });
    add(one.topics().toString());
    add(one.languages().toString());
    add(one.region().orElse(""));
    add(one.timeZone().getId());
    add(one.mail().orElse(""));
    add(one.office());
    add(one.about());
    one.channels().forEach((channel, address) -> add(channel.code() + address));
    one.links().forEach(link -> add(link.toString()));
    add(one.portrait().map(PortraitId::toString).orElse(""));
    add(one.leavesOn().map(Object::toString).orElse(""));
    one.ownFields().forEach(part -> add(part.code()));
  }

  private void add(Label label) {
    Map<String, String> texts = new TreeMap<>();
    label.byLanguage().forEach((language, text) -> texts.put(language.toLanguageTag(), text));
    add(texts.toString());
  }

  /** The length in front keeps two texts from being read as others. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
