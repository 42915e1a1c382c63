/** What the client needs of a WebSocket; the browser's own fits, and so does that of the package `ws`. */
export interface SocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

/** Time and chance, so that tests can say what they are. */
export interface ClientClock {
  /** Runs `act` once after `ms`, unless the returned function is called before. */
  after(ms: number, act: () => void): () => void;
  /** At least 0 and less than 1. */
  random(): number;
}
