package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.platform.store.SecretBox.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final Place PLACE = new Place("accounts", "token", "row-1");
  private static final Secret SECRET = Secret.of("s3cr3t-válue");

  private final SecretBox box = new SecretBox(MasterKey.random());

  private static void assertRefused(SecretBox opener, String text, Place place) {
    assertThatThrownBy(() -> opener.open(text, place))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(StoreException.Kind.ENCRYPTION);
              assertThat(e).hasMessageNotContaining("s3cr3t");
            });
  }

  @Test
  void opensWhatItSealed() {
    assertThat(box.open(box.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
    assertThat(box.open(box.seal(Secret.of(""), PLACE), PLACE)).isEqualTo(Secret.of(""));
  }

  @Test
  void theTextNamesItsKeyAndHidesTheSecret() {
    String text = box.seal(SECRET, PLACE);

    assertThat(text).startsWith("enc:v1:" + box.keyId() + ":").doesNotContain("s3cr3t");
    assertThat(box.seal(SECRET, PLACE)).isNotEqualTo(text);
  }

  @Test
  void aTextMovedElsewhereDoesNotOpen() {
    String text = box.seal(SECRET, PLACE);

    assertRefused(box, text, new Place("accounts", "token", "row-2"));
    assertRefused(box, text, new Place("accounts", "api_key", "row-1"));
    assertRefused(box, text, new Place("plugins", "token", "row-1"));
    assertRefused(box, text, new Place("account", "stoken", "row-1"));
  }

  @Test
  void anyChangedCharacterIsNoticed() {
    String text = box.seal(SECRET, PLACE);
    List<String> altered = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'Q' : 'A';
      altered.add(text.substring(0, i) + other + text.substring(i + 1));
    }
    altered.add(text.substring(0, text.length() - 4));
    altered.add(text + "AAAA");

    altered.forEach(wrong -> assertRefused(box, wrong, PLACE));
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    String text = box.seal(SECRET, PLACE);
    SecretBox other = new SecretBox(MasterKey.random());

    assertRefused(other, text, PLACE);
    assertRefused(other, text.replace(box.keyId(), other.keyId()), PLACE);
  }

  @Test
  void plainTextIsRefusedNotPassedThrough() {
    assertRefused(box, "s3cr3t", PLACE);
    assertRefused(box, "", PLACE);
    assertRefused(box, "enc:v1:::", PLACE);
  }

  @Test
  void aPassphraseGivesTheSameKeyOnlyWithItsSalt() {
    String text =
        new SecretBox(MasterKey.derive(Secret.of("pass"), "ab12", "0011")).seal(SECRET, PLACE);

    SecretBox same = new SecretBox(MasterKey.derive(Secret.of("pass"), "ab12", "0011"));
    assertThat(same.open(text, PLACE)).isEqualTo(SECRET);
    assertRefused(new SecretBox(MasterKey.derive(Secret.of("pass"), "ab12", "0012")), text, PLACE);
    assertRefused(new SecretBox(MasterKey.derive(Secret.of("Pass"), "ab12", "0011")), text, PLACE);
  }

  @Test
  void printingShowsNothing() {
    MasterKey key = MasterKey.random();

    assertThat(SECRET.toString()).isEqualTo("****");
    assertThat(key.toString()).isEqualTo("MasterKey[" + key.id() + "]");
    assertThat(Secret.of("short").masked()).isEqualTo("****");
    assertThat(Secret.of("sk-0123456789abcdef-wxyz").masked()).isEqualTo("sk-01234****wxyz");
    assertThat(Secret.ofNullable(" ")).isNull();
  }
}
