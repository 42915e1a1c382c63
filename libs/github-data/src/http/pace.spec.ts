import { Refusal } from '@foundry/messaging';
import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

describe('a pace', () => {
  it('lets so many in each minute for each key, and says how long to wait', () => {
    const pace = new Pace(2, 'Two a minute.');
    pace.take('one');
    pace.take('one');
    expect(() => {
      pace.take('one');
    }).toThrow(Refusal);
    expect(() => {
      pace.take('another');
    }).not.toThrow();
    try {
      pace.take('one');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error).toMatchObject({ code: 'rate.limited', message: 'Two a minute.' });
      expect(Number(error.headers['Retry-After'])).toBeGreaterThan(0);
    }
  });
});
