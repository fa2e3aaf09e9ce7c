package io.omniroute.platform.plugin;

import org.jspecify.annotations.Nullable;

/**
 * One plugin file in the folder, as it was last read.
 *
 * @param fileName its name
 * @param id the plugin's id; of a file that cannot be read the one it had before, else its name
 * @param sha256 its digest; empty where it could not be read at all
 * @param size its length in bytes
 * @param file what was read, or null where it cannot be used
 * @param reason why it cannot be used; empty where it can
 */
record FolderEntry(
    String fileName,
    String id,
    String sha256,
    long size,
    @Nullable PluginFile file,
    String reason) {

  static FolderEntry readable(PluginFile file) {
    return new FolderEntry(file.fileName(), file.id(), file.sha256(), file.size(), file, "");
  }
}
