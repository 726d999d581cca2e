package org.visavis.directory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

  private static final String ID = "anna.brandt";

  private static String letters(String name) {
    return Initials.of(ID, name).letters();
  }

  @ParameterizedTest
  @CsvSource({
    "Anna Brandt, AB",
    "Dr. Anna Brandt, AB",
    "Prof. Dr. Dipl.-Ing. Anna Brandt, AB",
    "Anna-Lena von der Heide, AH",
    "Madonna, M",
    "anna brandt, AB",
    "Özlem Güneş, ÖG",
    "A. B., AB",
    "‘t Hooft, TH",
    "O’Neill Jr., O",
    "(Bo) Li, BL",
    "ǆelal ŉ, ǅŉ"
  })
  void latinNamesGiveTheFirstLettersOfFirstAndLastWord(String name, String letters) {
    assertThat(letters(name)).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "Дмитро Коваленко, ДК",
    "Ελένη Παππά, ΕΠ",
    "山田太郎, 山",
    "山田 太郎, 山太",
    "山田　太郎, 山太",
    "김민수, 김",
    "გიორგი მელაძე, გმ",
    "नेहा शर्मा, नेश"
  })
  void otherScriptsGiveTheirOwnLetters(String name, String letters) {
    assertThat(letters(name)).isEqualTo(letters);
  }

  @Test
  void lettersThatWouldJoinAreKeptApart() {
    assertThat(letters("محمد أحمد")).isEqualTo("م\u200cأ");
  }

  @Test
  void aLetterKeepsItsMarks() {
    assertThat(letters("A\u030angstro\u0308m")).isEqualTo("Å");
    assertThat(letters("m\u0328\u0301ary Q\u0301uin")).isEqualTo("\u1e3e\u0328Q\u0301");
    assertThat(letters("Z" + "\u0301".repeat(500) + " Y").length()).isLessThan(10);
  }

  @Test
  void aNameWithoutLettersGivesOneSign() {
    assertThat(letters("👩‍🚀 🙂")).isEqualTo("👩‍🚀");
    assertThat(letters("🙂 Anna")).isEqualTo("A");
    assertThat(letters("007")).isEqualTo("0");
    assertThat(letters("\u200b")).isEqualTo("?");
    assertThat(letters("")).isEqualTo("?");
  }

  @Property
  void everyNameGivesOneOrTwoLetters(@ForAll String name) {
    String letters = letters(name);

    assertThat(letters).isNotEmpty();
    assertThat(letters.codePoints().filter(Character::isWhitespace).count()).isZero();
    assertThat(letters.codePoints().filter(Character::isLetter).count()).isLessThanOrEqualTo(8);
  }

  @Property
  void theColourDependsOnTheIdAlone(@ForAll String name, @ForAll String other) {
    Initials initials = Initials.of(ID, name);

    assertThat(initials.tone()).isBetween(0, Initials.TONES - 1);
    assertThat(initials.tone()).isEqualTo(Initials.of(ID, other).tone());
  }
}
