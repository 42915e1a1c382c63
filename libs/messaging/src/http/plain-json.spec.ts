import { describe, expect, it } from '@jest/globals';
import { mustBePlain } from './plain-json.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });

describe('a body', () => {
  it('may be nested 20 deep and not 21', () => {
    expect(() => {
      mustBePlain(nested(20));
    }).not.toThrow();
    expect(() => {
      mustBePlain(nested(21));
    }).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  it.each([['a\u0000'], [{ 'k\u0000': 1 }], [['\ud800']], [{ a: ['\udfff!'] }]])('must not hold %j', (body) => {
    expect(() => {
      mustBePlain(body);
    }).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  it.each([['😀'], [{ a: 'é\n\t' }], [null], [1.5], [[]]])('may hold %j', (body) => {
    expect(() => {
      mustBePlain(body);
    }).not.toThrow();
  });
});
