import type { Logger } from 'pino';

/** Where the gateway writes its lines: one JSON object each. The fields never hold the contents of a frame. */
export abstract class RealtimeLog {
  abstract info(fields: Record<string, unknown>, message: string): void;
  abstract warn(fields: Record<string, unknown>, message: string): void;
  abstract error(fields: Record<string, unknown>, message: string): void;
}

/** Under the name `err` the logger writes message and stack of an error. */
const named = ({ error, ...fields }: Record<string, unknown>): Record<string, unknown> =>
  error === undefined ? fields : { ...fields, err: error };

/** Into the log of the process. */
export class ProcessLog extends RealtimeLog {
  constructor(private readonly target: Logger) {
    super();
  }

  override info(fields: Record<string, unknown>, message: string): void {
    this.target.info(named(fields), message);
  }
  override warn(fields: Record<string, unknown>, message: string): void {
    this.target.warn(named(fields), message);
  }
  override error(fields: Record<string, unknown>, message: string): void {
    this.target.error(named(fields), message);
  }
}
