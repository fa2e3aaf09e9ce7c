package io.omniroute.platform.management;

import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionRepository;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the priorities of a provider's accounts at 1 to n. The caller holds the lock. */
final class AccountOrder {

  private final ConnectionRepository connections;

  AccountOrder(ConnectionRepository connections) {
    this.connections = connections;
  }

  /** Moves an account to a place, counted from 1; null or beyond the end for the last. */
  void place(Connection account, @Nullable Integer place) {
    List<String> ids = new ArrayList<>(ids(account.provider()));
    ids.remove(account.id());
    ids.add(place == null ? ids.size() : Math.clamp(place - 1, 0, ids.size()), account.id());
    renumber(ids);
  }

  /** Closes gaps. */
  void close(String provider) {
    renumber(ids(provider));
  }

  /** Numbers accounts in the given order; those that have their number already are not written. */
  void renumber(List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      int priority = i + 1;
      String id = ids.get(i);
      boolean moved =
          connections.find(id).filter(account -> account.priority() != priority).isPresent();
      if (moved) {
        connections.update(id, account -> account.edit().priority(priority).build());
      }
    }
  }

  private List<String> ids(String provider) {
    return connections.ofProvider(provider).stream().map(Connection::id).toList();
  }
}
