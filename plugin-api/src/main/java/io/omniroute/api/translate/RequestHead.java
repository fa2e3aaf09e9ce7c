package io.omniroute.api.translate;

/**
 * What routing needs of a request.
 *
 * @param model the model as the caller named it
 * @param stream whether the answer is to be streamed
 * @param modelStart the offset in bytes of the model's JSON string in the body, its quote included;
 *     -1 where the model is not in the body
 * @param modelEnd the offset behind its closing quote; -1 as above
 */
public record RequestHead(String model, boolean stream, int modelStart, int modelEnd) {

  /** A head whose model stands outside the body. */
  public static RequestHead outsideBody(String model, boolean stream) {
    return new RequestHead(model, stream, -1, -1);
  }

  /** Whether the model stands in the body. */
  public boolean modelInBody() {
    return modelStart >= 0;
  }
}
