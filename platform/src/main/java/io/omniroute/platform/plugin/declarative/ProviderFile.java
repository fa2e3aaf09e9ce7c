package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.provider.LocalServer;
import io.omniroute.api.provider.ProviderDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@code provider.yaml} says.
 *
 * @param descriptor the provider
 * @param version the version of the file, {@code 0.0.0} where it says none
 * @param author who made it; may be empty
 */
public record ProviderFile(ProviderDescriptor descriptor, String version, String author) {

  /**
   * Reads and checks a file.
   *
   * @param fileName the name for messages
   * @param utf8 its content
   * @throws DescriptorException when it describes no provider, with every problem found
   */
  public static ProviderFile read(String fileName, byte[] utf8) throws DescriptorException {
    return DescriptorReader.read(fileName, utf8);
  }

  /** The hosts the provider contacts, with their ports where these are not the usual ones. */
  public static List<String> hosts(ProviderDescriptor descriptor) {
    LocalServer server = descriptor.localServer();
    Stream<String> local = server == null ? Stream.empty() : Stream.of(server.baseUrl());
    return Stream.concat(descriptor.baseUrls().stream(), local)
        .flatMap(ProviderFile::authority)
        .distinct()
        .toList();
  }

  private static Stream<String> authority(String address) {
    try {
      return Stream.ofNullable(new URI(address).getAuthority());
    } catch (URISyntaxException e) {
      // A provider with code may say anything here.
      return Stream.empty();
    }
  }
}
