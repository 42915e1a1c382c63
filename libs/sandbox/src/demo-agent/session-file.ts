import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Fields, fieldsOf } from './json.js';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was said in a session, one update on each line, in the home of the machine: another process goes on with it. */
export class SessionFile {
  private constructor(private readonly path: string) {}

  /** Null: there can be no such session. */
  static of(sessionId: string): SessionFile | null {
    if (!ID.test(sessionId)) return null;
    const folder = join(homedir(), '.local', 'share', 'foundry-demo-agent', 'sessions');
    mkdirSync(folder, { recursive: true });
    return new SessionFile(join(folder, `${sessionId}.jsonl`));
  }

  /** Written at once: the process may end at any moment. */
  add(update: object): void {
    appendFileSync(this.path, `${JSON.stringify(update)}\n`, { mode: 0o600 });
  }

  /** Null: it was never written. Half a line at the end is what a crash left. */
  read(): Fields[] | null {
    try {
      const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
      return lines.map((line) => fieldsOf(JSON.parse(line)));
    } catch (error) {
      if (fieldsOf(error)['code'] === 'ENOENT') return null;
      throw error;
    }
  }
}
