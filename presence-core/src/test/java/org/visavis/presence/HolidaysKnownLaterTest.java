package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;

final class HolidaysKnownLaterTest {

  private static final EmployeeId CYD = EmployeeId.of("cyd");

  @Test
  void aHolidayCountsAsSoonAsTheSourceIsThere() {
    Office office = Office.open();
    office.directory.save(Employee.named(CYD, "Cyd", "Beispiel").region("DE-BY").build());
    LocalDate today = LocalDate.of(2026, 6, 1);
    assertThat(office.face(CYD).status().status()).isEqualTo(Status.UNKNOWN);

    office.presence.useHolidays(
        (region, date) ->
            region.equals("DE-BY") && date.equals(today)
                ? Optional.of("Pfingstmontag")
                : Optional.empty());

    assertThat(office.face(CYD).status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(office.face(Office.ADA).status().status()).isEqualTo(Status.UNKNOWN);
  }
}
