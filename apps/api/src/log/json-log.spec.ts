import { beforeEach, describe, expect, it } from '@jest/globals';
import { jsonLog, NestLog } from './json-log.js';

const lines: string[] = [];
const log = jsonLog('info', 'api', { write: (line) => lines.push(line) });
const last = (): unknown => JSON.parse(lines.at(-1) ?? '{}');

beforeEach(() => {
  lines.length = 0;
});

describe('a line of the log', () => {
  it('is one JSON object with level, time and process', () => {
    log.info({ requestId: 'r' }, 'request');
    expect(last()).toMatchObject({
      level: 'info',
      process: 'api',
      requestId: 'r',
      msg: 'request',
      time: expect.any(String),
    });
  });

  it('never holds a secret, in a field or in a text', () => {
    log.info({ headers: { authorization: 'Bearer abc' }, token: 'abc', deep: { inside: { password: 'abc' } } }, 'x');
    log.error({ stack: 'Error: fdy_4cK9aQsecret was refused' }, 'with fdy_4cK9aQsecret');
    expect(lines.join()).not.toMatch(/abc|4cK9aQ/);
  });

  it('carries what Nest says with its context, errors with their stack', () => {
    const nest = new NestLog(log);
    nest.log('Mapped', 'Router');
    expect(last()).toMatchObject({ msg: 'Mapped', context: 'Router' });
    nest.error(new Error('broken'), 'Router');
    expect(last()).toMatchObject({
      level: 'error',
      msg: 'broken',
      context: 'Router',
      stack: expect.stringContaining('json-log.spec'),
    });
    nest.error({ requestId: 'r', stack: 's' }, 'request failed', 'http');
    expect(last()).toMatchObject({ requestId: 'r', stack: 's', msg: 'request failed', context: 'http' });
  });
});
