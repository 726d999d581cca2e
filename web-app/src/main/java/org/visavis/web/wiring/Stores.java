package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.visavis.directory.jpa.JpaDirectoryStore;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.presence.jpa.JpaPresenceStore;
import org.visavis.presence.spi.PresenceStore;
import org.visavis.routing.jpa.JpaAppointmentStore;
import org.visavis.routing.jpa.JpaDutyStore;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaPromiseStore;
import org.visavis.routing.jpa.JpaRelationshipStore;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.JpaWaitlistStore;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.DutyStore;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.WaitlistStore;

/** Makes the stores of the cores in the server's database. */
@ApplicationScoped
class Stores {

  /** Stands for the entity manager of the current transaction, whichever that is. */
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Produces
  @Singleton
  DirectoryStore directory() {
    return new JpaDirectoryStore(() -> entities);
  }

  @Produces
  @Singleton
  PresenceStore presence() {
    return new JpaPresenceStore(() -> entities);
  }

  @Produces
  @Singleton
  Ledger ledger() {
    return new JpaLedger(() -> entities);
  }

  @Produces
  @Singleton
  LeaseStore leases() {
    return new JpaLeaseStore(() -> entities);
  }

  @Produces
  @Singleton
  AppointmentStore appointments() {
    return new JpaAppointmentStore(() -> entities);
  }

  @Produces
  @Singleton
  WaitlistStore waitlists() {
    return new JpaWaitlistStore(() -> entities);
  }

  @Produces
  @Singleton
  PromiseStore promises() {
    return new JpaPromiseStore(() -> entities);
  }

  @Produces
  @Singleton
  RelationshipStore relationships() {
    return new JpaRelationshipStore(() -> entities);
  }

  @Produces
  @Singleton
  DutyStore duty() {
    return new JpaDutyStore(() -> entities);
  }

  @Produces
  @Singleton
  RequestStore requests() {
    return new JpaRequestStore(() -> entities);
  }
}
