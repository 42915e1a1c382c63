import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach a line, wherever they stand. */
const SECRET = ['authorization', 'cookie', 'token', 'secret', 'password', 'apiKey'];
const PATHS = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** API tokens in free text, such as the message of an error. */
const TOKEN = /fdy_[A-Za-z0-9]+/g;

const cleaned = (value: string): string => value.replace(TOKEN, '[secret]');

/** One JSON object a line, on standard output. */
export function jsonLog(level: string, process: string, out?: DestinationStream): Logger {
  const options = {
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PATHS, censor: '[secret]' },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: cleaned },
  };
  return out ? pino(options, out) : pino(options);
}

/** The same lines for what Nest says of itself. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }
  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }
  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  /** Nest gives the context last. An object as the message carries fields; the text is then the next argument. */
  private write(level: 'info' | 'warn' | 'error' | 'fatal' | 'debug', message: unknown, more: unknown[]): void {
    const words = more.filter((part) => typeof part === 'string');
    const context = words.at(-1);
    if (message instanceof Error) this.target[level]({ context, stack: message.stack }, message.message);
    else if (typeof message === 'object' && message !== null) this.target[level]({ context, ...message }, words[0]);
    else this.target[level]({ context, ...(words.length > 1 ? { stack: words[0] } : {}) }, String(message));
  }
}
