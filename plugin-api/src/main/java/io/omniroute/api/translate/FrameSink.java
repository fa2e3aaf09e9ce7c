package io.omniroute.api.translate;

/** Takes the frames of one answer in their order. */
@FunctionalInterface
public interface FrameSink {

  /** Takes the next frame. */
  void accept(Frame frame);
}
