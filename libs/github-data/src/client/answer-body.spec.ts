import { describe, expect, it } from '@jest/globals';
import { answerOf, parsed } from './answer-body.js';

const streamOf = (...parts: string[]) => new Response(new Blob(parts)).body;

describe('the body of an answer', () => {
  it('is what its JSON says, however it arrives', async () => {
    expect(await answerOf(streamOf('{"a":', '[1,"ü"]}'))).toEqual({ a: [1, 'ü'] });
    expect(await answerOf('')).toBeNull();
    expect(await answerOf(streamOf(''))).toBeNull();
  });

  it('keeps ids that are too large for a number, as text', () => {
    const text =
      '[{"id":12345678901234567890,"n":1.2345678901234567,"t":"12345678901234567890 \\" 1"},98765432109876543]';
    expect(parsed(text)).toEqual([
      { id: '12345678901234567890', n: 1.2345678901234567, t: '12345678901234567890 " 1' },
      '98765432109876543',
    ]);
  });

  it.each(['{"a":', '<html>'])('is unreadable when it is no JSON: %s', (text) => {
    expect(() => parsed(text)).toThrow('could not be read');
  });
});
