package io.omniroute.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.web.Form;
import org.junit.jupiter.api.Test;

class FormBodiesTest {

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";

  @Test
  void readsUrlEncodedFields() {
    Form form =
        FormBodies.parse(URL_ENCODED, "name=J%C3%BCrgen+K&tag=a&tag=b&empty=&flag".getBytes(UTF_8));

    assertThat(form.value("name")).contains("Jürgen K");
    assertThat(form.fields().get("tag")).containsExactly("a", "b");
    assertThat(form.value("empty")).contains("");
    assertThat(form.value("flag")).contains("");
    assertThat(form.value("absent")).isEmpty();
  }

  @Test
  void refusesBrokenPercentSigns() {
    assertThatThrownBy(() -> FormBodies.parse(URL_ENCODED, "a=%zz".getBytes(UTF_8)))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void readsMultipartFieldsAndFiles() {
    String body =
        """
        --xyz\r
        Content-Disposition: form-data; name="note"\r
        \r
        hello\r
        --xyz\r
        Content-Disposition: form-data; name="file"; filename="C:\\\\dir\\\\my.jar"\r
        Content-Type: application/java-archive\r
        \r
        PK-bytes\r
        --xyz--\r
        """;

    Form form = FormBodies.parse("multipart/form-data; boundary=xyz", body.getBytes(UTF_8));

    assertThat(form.value("note")).contains("hello");
    Form.Upload file = form.file("file").orElseThrow();
    assertThat(file.fileName()).isEqualTo("my.jar");
    assertThat(file.content()).isEqualTo("PK-bytes".getBytes(UTF_8));
  }

  @Test
  void refusesMultipartThatIsCutOff() {
    byte[] cut = "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nval".getBytes(UTF_8);

    assertThatThrownBy(() -> FormBodies.parse("multipart/form-data; boundary=xyz", cut))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> FormBodies.parse("multipart/form-data", cut))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void otherBodiesAreNoForms() {
    assertThat(FormBodies.parse("application/json", "{}".getBytes(UTF_8))).isEqualTo(Form.EMPTY);
  }
}
