import { describe, expect, it } from '@jest/globals';
import { parsePostmaster } from './postmaster.js';

describe("Postgres' lock file", () => {
  it('names the process and the port', () => {
    const text = '4711\n/data/postgres\n1795262400\n50123\n\n127.0.0.1\n  12345  67\nready   \n';
    expect(parsePostmaster(text)).toEqual({ pid: 4711, port: 50123 });
  });

  it('has no port yet while the server starts', () => {
    expect(parsePostmaster('4711\n/data/postgres\n')).toEqual({ pid: 4711, port: null });
  });

  it.each(['', '\n', 'nonsense\n', '-1\n'])('names nothing when it is %j', (text) => {
    expect(parsePostmaster(text)).toBeNull();
  });
});
