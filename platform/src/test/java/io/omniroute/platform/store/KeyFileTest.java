package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir Path folder;

  private String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void whatWasMadeIsReadBackAndIsPrivate() throws IOException {
    KeyFile file = KeyFile.in(folder);
    assertThat(file.read()).isEmpty();

    MasterKey made = file.create();

    MasterKey read = file.read().orElseThrow();
    assertThat(read.id()).isEqualTo(made.id());
    assertThat(read.key()).isEqualTo(made.key());
    assertThat(mode(file.path())).isEqualTo("rw-------");
    assertThat(folder)
        .isDirectoryContaining("glob:**/secret.key")
        .isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aKeyIsNeverOverwritten() {
    KeyFile file = KeyFile.in(folder);
    MasterKey first = file.create();

    assertThatThrownBy(file::create).isInstanceOf(StoreException.class);
    assertThat(file.read().orElseThrow().key()).isEqualTo(first.key());
  }

  @Test
  void rightsOfOthersAreTakenAway() throws IOException {
    KeyFile file = KeyFile.in(folder);
    file.create();
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(file.read()).isPresent();

    assertThat(mode(file.path())).isEqualTo("rw-------");
  }

  @Test
  void aDamagedFileIsRefusedWithASentence() throws IOException {
    KeyFile file = KeyFile.in(folder);
    file.create();
    String good = Files.readString(file.path());
    for (String wrong : List.of("", "nonsense", good.substring(0, 40), good + good)) {
      Files.writeString(file.path(), wrong);

      assertThatThrownBy(file::read)
          .as(wrong)
          .isInstanceOf(StoreException.class)
          .hasMessage("The key file " + file.path() + " is damaged.");
    }
  }
}
