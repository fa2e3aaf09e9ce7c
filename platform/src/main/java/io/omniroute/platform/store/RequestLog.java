package io.omniroute.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests and the ledger of their attempts. Written in the background, in batches, about 50 ms
 * after the fact: a row appended just before the process is killed may be lost. See {@link Store}
 * for the reading side.
 */
public interface RequestLog {

  /**
   * Queues a request. Never blocks and never throws: when the queue is full, or the store closed,
   * the record is dropped and counted.
   */
  void append(RequestRecord request);

  /** How many records were lost since the start: queue full, database refusing, id taken. */
  long droppedCount();

  /**
   * Waits until everything appended before this call is stored or dropped.
   *
   * @return false if that took longer than {@code limit}
   */
  boolean flush(Duration limit);

  /** A page of requests with their attempts, newest first. */
  RequestPage page(RequestQuery query);

  /** One request with its attempts. */
  Optional<RequestRecord> find(String id);

  /** How many requests came at or after a moment. */
  RequestCounts countsSince(Instant since);

  /**
   * Removes requests that came before a moment; their ledger lines stay.
   *
   * @return how many went
   */
  int deleteBefore(Instant moment);

  /**
   * Removes all but the newest requests; their ledger lines stay.
   *
   * @return how many went
   */
  int keepNewest(int rows);

  /**
   * Removes ledger lines of requests that came before a moment.
   *
   * @return how many went
   */
  int deleteLedgerBefore(Instant moment);
}
