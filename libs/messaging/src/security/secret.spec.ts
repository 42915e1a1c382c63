import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { command, Id64 } from '../contracts/index.js';
import { outgoingRow } from '../sending/outgoing-row.js';
import { Secret } from './secret.js';

const VALUE = 'ghu_planted';

class Keep extends command({
  name: 'things.keep',
  entity: 'thingId',
  payload: z.looseObject({ thingId: Id64, note: z.unknown() }),
  audit: { none: 'derived' },
}) {}

const origin = {
  actor: { kind: 'system', module: 'things' } as const,
  correlationId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  causationId: null,
  hop: 0,
  traceparent: null,
};
const keep = (note: unknown) => outgoingRow(new Keep({ thingId: '1', note }), 'command', origin, () => 0);

describe('a secret', () => {
  const secret = new Secret(VALUE);

  it('is shown nowhere', () => {
    const shown = [
      String(secret),
      JSON.stringify({ a: [secret] }),
      inspect({ secret }),
      inspect(new Error('x', { cause: secret })),
    ];
    for (const text of shown) {
      expect(text).toContain('[secret]');
      expect(text).not.toContain(VALUE);
    }
    expect(Object.keys(secret)).toEqual([]);
    expect(secret.reveal()).toBe(VALUE);
  });

  it('goes into no envelope, however deep', () => {
    expect(() => keep(secret)).toThrow(/things\.keep/);
    expect(() => keep({ list: [{ secret }] })).toThrow(/things\.keep/);
  });

  it('is not seen in a text that only looks like one', () => {
    expect(keep('[secret]').payload).toMatchObject({ note: '[secret]' });
  });
});
