import type { Log } from '../../logging/log.js';

/** One line each on standard error: for a person who sets `TEST_LOG` to see what a test's processes do. */
export function stderrLog(name: string): Log {
  const say = (level: string) => (fields: object, message: string) => {
    const at = new Date().toISOString().slice(11);
    process.stderr.write(`${at} ${name} ${String(process.pid)} ${level} ${message} ${JSON.stringify(fields)}\n`);
  };
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
