/** The process cannot start. The message is one clear sentence that says what to do; no stack is shown. */
export class BootError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BootError';
  }
}
