package io.omniroute.platform.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlsTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1/v1, http://localhost:1/v1",
    "'  http://localhost:1/v1//  ', http://localhost:1/v1",
    "http://localhost:1/v1/chat/completions, http://localhost:1/v1",
    "http://localhost:1/v1/Chat/Completions/, http://localhost:1/v1",
    "http://localhost:1/v1/messages, http://localhost:1/v1",
    "http://localhost:1/v1/models/, http://localhost:1/v1",
    "http://localhost:1/v1/responses, http://localhost:1/v1",
    "http://localhost:1, http://localhost:1",
    "http://[::1]:1/x, http://[::1]:1/x",
    "http://127.0.0.2/x, http://127.0.0.2/x",
  })
  void pastedAddressesAreBroughtIntoShape(String written, String clean) {
    assertThat(BaseUrls.clean(written, false)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:1",
        "ftp://localhost",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://user:pass@localhost",
        "http://localhost?key=1",
        "http://localhost#x",
        "http://local host",
        "jar:http://localhost!/"
      })
  void whatIsNoAddressIsRefused(String written) {
    assertThatThrownBy(() -> BaseUrls.clean(written, true))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("baseUrl ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1", "http://192.168.1.1/v1", "http://172.16.3.4", "http://169.254.169.254",
        "http://100.64.0.1", "http://0.0.0.0", "http://[fd00::1]", "http://[fe80::1]",
        "http://[::]", "http://[::ffff:10.0.0.1]", "http://3232235777", "http://224.0.0.1"
      })
  void privateNetworksAreTakenOnlyWhenAllowed(String written) {
    assertThatThrownBy(() -> BaseUrls.clean(written, false))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("allowPrivateHosts");
    assertThat(BaseUrls.clean(written, true)).isEqualTo(written);
  }
}
