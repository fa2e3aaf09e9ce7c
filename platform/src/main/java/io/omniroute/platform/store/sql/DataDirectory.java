package io.omniroute.platform.store.sql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.omniroute.platform.store.PrivateFile;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A data directory that this process has to itself until it closes it or dies. */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "omniroute.lock";
  private static final String DATABASE = "storage.sqlite";

  /** A lock far behind the content leaves the content readable where locks are mandatory. */
  private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

  private static final int LONGEST_PID = 20;

  private final Path folder;
  private final FileChannel lock;

  private DataDirectory(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the directory when absent and takes it.
   *
   * @throws StoreException of kind {@code LOCKED} if another process has it, {@code DISK} if it
   *     cannot be used
   */
  static DataDirectory take(Path folder) {
    try {
      PrivateFile.createFolder(folder);
      Path lockFile = folder.resolve(LOCK);
      PrivateFile.createEmpty(lockFile);
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        String holder = holder(channel);
        channel.close();
        throw new StoreException(
            Kind.LOCKED,
            "Another gateway" + holder + " is using the data directory " + folder + ".");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
      DataDirectory taken = new DataDirectory(folder, channel);
      // SQLite gives its companion files the mode of the database.
      PrivateFile.createEmpty(taken.database());
      PrivateFile.tighten(taken.database());
      return taken;
    } catch (IOException e) {
      throw new StoreException(
          Kind.DISK, "The data directory " + folder + " cannot be used: " + e + ".", e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_POSITION, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(LONGEST_PID);
    channel.read(pid, 0);
    String text = US_ASCII.decode(pid.flip()).toString();
    return text.isEmpty() ? "" : " (process " + text + ")";
  }

  Path folder() {
    return folder;
  }

  Path database() {
    return folder.resolve(DATABASE);
  }

  /** Size of a file, 0 if there is none. */
  static long size(@Nullable Path file) {
    try {
      return file == null ? 0 : Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException(Kind.DISK, "The lock of " + folder + " cannot be released.", e);
    }
  }
}
