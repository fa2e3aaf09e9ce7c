package io.omniroute.platform;

import io.undertow.Undertow;

/** Entry point of the gateway. */
public final class Main {

  private Main() {}

  /** Starts the gateway and blocks until it is stopped. */
  public static void main(String[] args) {
    Undertow.builder()
        .addHttpListener(20128, "127.0.0.1")
        .setHandler(exchange -> exchange.getResponseSender().send("ok"))
        .build()
        .start();
  }
}
