/** What the API's configuration tells realtime. */
export abstract class RealtimeOptions {
  /** Name of this process, as `hello` tells it. */
  abstract readonly instance: string;
  /** `PUBLIC_URL`, and whatever else pages of ours are served from; their origins may open a socket. */
  abstract readonly publicUrls: readonly string[];
}
