/** Structured lines; `pino` fits. Handlers do not log: the kernel writes one line per command and effect. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For tests and tools that say nothing. */
export const silent: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // says nothing, on purpose
}
