package org.visavis.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a person is disclosed to whom. An attribute of which nothing is said is seen by nobody.
 * Immutable; equal when every consent is equal.
 */
public final class Consents {

  private static final Consents NONE = new Consents(new EnumMap<>(Attribute.class));

  private final Map<Attribute, Consent> byAttribute;

  private Consents(EnumMap<Attribute, Consent> byAttribute) {
    this.byAttribute = Collections.unmodifiableMap(byAttribute);
  }

  /** Answers the consents of whom nobody has asked: everything is withheld. */
  public static Consents none() {
    return NONE;
  }

  /** Answers these consents. */
  public static Consents of(Map<Attribute, Consent> byAttribute) {
    EnumMap<Attribute, Consent> copy = new EnumMap<>(Attribute.class);
    copy.putAll(byAttribute);
    return copy.isEmpty() ? NONE : new Consents(copy);
  }

  /** Answers that everything is disclosed to everybody. */
  public static Consents toEverybody(Instant given, Basis basis) {
    return of(EnumSet.allOf(Attribute.class), new Consent(Disclosure.PUBLIC, given, basis));
  }

  /** Answers one consent for some attributes. */
  public static Consents of(Collection<Attribute> attributes, Consent consent) {
    EnumMap<Attribute, Consent> all = new EnumMap<>(Attribute.class);
    attributes.forEach(attribute -> all.put(attribute, consent));
    return of(all);
  }

  /** Answers these consents with another one for an attribute. */
  public Consents with(Attribute attribute, Consent consent) {
    EnumMap<Attribute, Consent> copy = new EnumMap<>(Attribute.class);
    copy.putAll(byAttribute);
    copy.put(attribute, Objects.requireNonNull(consent, "consent"));
    return new Consents(copy);
  }

  /** Answers these consents after the person has taken one back. */
  public Consents withdrawn(Attribute attribute, Instant at) {
    return with(attribute, new Consent(Disclosure.NOBODY, at, Basis.ofThePerson()));
  }

  /** Answers what was said about an attribute. */
  public Optional<Consent> find(Attribute attribute) {
    return Optional.ofNullable(byAttribute.get(attribute));
  }

  /** Answers who may see an attribute; nobody where nothing was said. */
  public Disclosure disclosure(Attribute attribute) {
    Consent consent = byAttribute.get(attribute);
    return consent == null ? Disclosure.NOBODY : consent.disclosure();
  }

  /** Answers whether an audience may see an attribute. */
  public boolean allows(Attribute attribute, Audience audience) {
    return disclosure(attribute).includes(audience);
  }

  /** Answers everything that was said, in the order of the attributes. */
  public Map<Attribute, Consent> byAttribute() {
    return byAttribute;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Consents consents && byAttribute.equals(consents.byAttribute);
  }

  @Override
  public int hashCode() {
    return byAttribute.hashCode();
  }

  @Override
  public String toString() {
    return byAttribute.toString();
  }
}
