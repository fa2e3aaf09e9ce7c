package io.omniroute.platform.management;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API keys that the gateway hands out. Thread-safe; may block for the store. */
public interface KeyService {

  /** Every key, oldest first. */
  List<KeyView> keys();

  /** One key. */
  KeyView key(String id);

  /**
   * Makes a key.
   *
   * @param allowedModels names and patterns it may ask for; empty for all
   * @param expiresAt when it stops being accepted, or null
   * @throws InvalidInput naming every faulty field
   */
  IssuedKey create(
      String name, List<String> allowedModels, @Nullable Instant expiresAt, Actor actor);

  /** Changes a key; acts at once. */
  KeyView update(String id, KeyChange change, Actor actor);

  /** Gives a key a new secret; the old one is refused at once, everything else stays. */
  IssuedKey rotate(String id, Actor actor);

  /** Revokes a key at once. */
  void delete(String id, Actor actor);

  /**
   * A key without its secret.
   *
   * @param id its id
   * @param name what a person calls it
   * @param masked first eight and last four characters
   * @param machineId the machine it was made for
   * @param allowedModels names and patterns it may ask for; empty for all
   * @param active whether it is accepted
   * @param createdAt when it was made
   * @param lastUsedAt when it was last seen, about
   * @param expiresAt when it stops being accepted
   */
  record KeyView(
      String id,
      String name,
      String masked,
      String machineId,
      List<String> allowedModels,
      boolean active,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt) {

    /** Copies the list. */
    public KeyView {
      allowedModels = List.copyOf(allowedModels);
    }
  }

  /**
   * A key that was just made: the only time that its secret is seen.
   *
   * @param secret the key itself
   * @param view the key without it
   */
  record IssuedKey(String secret, KeyView view) {

    /** Without the secret. */
    @Override
    public String toString() {
      return view.toString();
    }
  }

  /**
   * A change of a key; every field may be left alone.
   *
   * @param name what a person calls it
   * @param allowedModels names and patterns it may ask for
   * @param active whether it is accepted
   * @param expiresAt when it stops being accepted
   */
  record KeyChange(
      Patch<String> name,
      Patch<List<String>> allowedModels,
      Patch<Boolean> active,
      Patch<Instant> expiresAt) {

    /** Changes nothing. */
    public static final KeyChange NONE =
        new KeyChange(Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep());
  }
}
