/** The socket as its subscriptions see it. */
export interface Outlet {
  /** It does not keep up: mark topics behind instead of sending. */
  readonly isSlow: boolean;
  send(frame: Buffer | string): void;
  /**
   * Runs `send` when there is room for one large frame; one caller at a time, in order of asking. False, and it did
   * not run, when the socket closed first.
   */
  whenRoom(send: () => void): Promise<boolean>;
  /** Something of ours is broken: log it and close the socket with 4500. */
  fail(error: unknown): void;
}
