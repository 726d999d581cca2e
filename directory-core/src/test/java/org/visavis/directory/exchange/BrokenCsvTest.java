package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;

/** Files as they should not be, each with the report that helps to mend it. */
class BrokenCsvTest {

  @Test
  void aPictureIsNoTextEvenWithoutNul() {
    assertThat(only(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}))
        .extracting(Refusal::reason)
        .isEqualTo(Reason.NO_TEXT);
    assertThat(only(new byte[] {0, 0, 0, 0})).extracting(Refusal::reason).isEqualTo(Reason.NO_TEXT);
    assertThat(only(new byte[] {(byte) 0x81, (byte) 0x8D}))
        .extracting(Refusal::reason)
        .isEqualTo(Reason.NO_TEXT);
  }

  @Test
  void aFileCutOffInTheMidstOfALetterSaysInWhichLine() {
    byte[] file = "id,displayName\na,Jörg\nb,Zoë".getBytes(UTF_8);
    Refusal refusal = only(Arrays.copyOf(file, file.length - 1));
    assertThat(refusal.reason()).isEqualTo(Reason.NO_TEXT);
    assertThat(refusal.line()).isEqualTo(3);
    assertThat(refusal.detail()).contains("cut off");
  }

  @Test
  void aFileOfTwoEncodingsSaysWhereTheSecondBegins() {
    byte[] utf8 = "id,displayName\na,Jörg Weiß\nb,".getBytes(UTF_8);
    byte[] file = Arrays.copyOf(utf8, utf8.length + 1);
    file[utf8.length] = (byte) 0xF6;
    assertThat(only(file))
        .extracting(Refusal::line, Refusal::reason)
        .containsExactly(3, Reason.NO_TEXT);
  }

  @Test
  void utf16WithoutAMarkIsNoText() {
    assertThat(only("id,displayName\na,Anna\n".getBytes(UTF_16LE)).reason())
        .isEqualTo(Reason.NO_TEXT);
  }

  @Test
  void excelsUnicodeTextIsUnderstood() {
    byte[] text = "\uFEFFid\tdisplayName\na\tZoë\n".getBytes(UTF_16LE);
    assertThat(
            CsvPeople.read(new ByteArrayInputStream(text)).people().get(0).employee().displayName())
        .isEqualTo("Zoë");
  }

  @Test
  void twoHundredMegabytesAreRefusedBeforeTheyAreRead() {
    InputStream endless =
        new InputStream() {
          @Override
          public int available() {
            return 200 * 1024 * 1024;
          }

          @Override
          public int read() throws IOException {
            throw new IOException("Nobody reads this");
          }
        };
    assertThat(CsvPeople.read(endless).refused())
        .extracting(Refusal::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void anUnclosedQuotationMarkSaysWhereItOpens() {
    ImportedPeople read = read("id,displayName\na,Anna\nb,\"Bo\nc,Cy\n");
    assertThat(read.people()).hasSize(1);
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::reason)
        .containsExactly(tuple(3, Reason.UNREADABLE));
  }

  @Test
  void everyBadValueIsRefusedWithItsLineAndColumn() {
    ImportedPeople read =
        read(
            "id,displayName,leavesOn,nameOrder,links,channels,about,memberships,region\n"
                + "a,Anna,31.02.2026,,,,,,\n"
                + "b,Bo,,sideways,,,,,\n"
                + "c,Cy,,,javascript:alert(1)|x,,,,\n"
                + "d,Di,,,,chat|file:///etc/passwd,,,\n"
                + "e,Ed,,,,chat|xmpp:e@x.example|shouted,,,\n"
                + "f,Fe,,,,"
                + ","
                + "x".repeat(2_001)
                + ",,\n"
                + "g,Gi,,,,,,|Chair,\n"
                + "h,Ho,,,,,,,Bavaria\n"
                + "i,Ix,31.12.2026,family-first,https://x.example|home,chat|xmpp:e@x.example|relayed,hi,Sales|Chief,DE\n"
                + "i,Ix,,,,,,,\n");
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::column, Refusal::reason)
        .containsExactly(
            tuple(2, Optional.of("leavesOn"), Reason.MALFORMED),
            tuple(3, Optional.of("nameOrder"), Reason.MALFORMED),
            tuple(4, Optional.of("links"), Reason.MALFORMED),
            tuple(5, Optional.of("channels"), Reason.MALFORMED),
            tuple(6, Optional.of("channels"), Reason.MALFORMED),
            tuple(7, Optional.of("about"), Reason.TOO_LONG),
            tuple(8, Optional.of("memberships"), Reason.MALFORMED),
            tuple(9, Optional.of("region"), Reason.MALFORMED),
            tuple(11, Optional.of("id"), Reason.DUPLICATE_ID));
    assertThat(read.people()).singleElement();
  }

  @Test
  void departmentsThatLieWithinEachOtherAreRefusedWithTheWayAndTheLine() {
    assertThatThrownBy(
            () ->
                CsvNames.departments(
                    stream("id,name,parent\nb,B,a\nc,C,b\na,A,c\n".getBytes(UTF_8))))
        .hasMessageContaining("Line 4")
        .hasMessageContaining("a > c > b > a");
    assertThatThrownBy(() -> CsvNames.departments(stream("id,name\na,A\na,B\n".getBytes(UTF_8))))
        .hasMessageContaining("Line 3")
        .hasMessageContaining("line 2");
  }

  @Test
  void departmentsHaveParentsLeadsAndSynonyms() {
    var departments =
        CsvNames.departments(
            stream(
                "id,name.de,parent,lead,synonyms.de\nservice,Service,,,\nbilling,Abrechnung,service,eva,Rechnung;Abschlag\n"
                    .getBytes(UTF_8)));
    assertThat(departments.get(1).parent()).contains(departments.get(0).id());
    assertThat(departments.get(1).lead()).map(Object::toString).contains("eva");
    assertThat(departments.get(1).synonyms().phrases()).containsExactly("Rechnung", "Abschlag");
  }

  private static Refusal only(byte[] file) {
    ImportedPeople read = CsvPeople.read(stream(file));
    assertThat(read.people()).isEmpty();
    assertThat(read.refused()).hasSize(1);
    return read.refused().get(0);
  }

  private static ImportedPeople read(String file) {
    return CsvPeople.read(stream(file.getBytes(UTF_8)));
  }

  private static InputStream stream(byte[] file) {
    return new ByteArrayInputStream(file);
  }
}
