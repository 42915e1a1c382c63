import { describe, expect, it } from '@jest/globals';
import { spanContextOf, traceparentOf } from './traceparent.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('traceparent', () => {
  it('says the same after a journey', () => {
    const header = `00-${TRACE}-${SPAN}-01`;
    const found = spanContextOf(header);
    expect(found).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
    expect(found && traceparentOf(found)).toBe(header);
  });

  it.each([
    null,
    '',
    'nonsense',
    `00-${TRACE}-${SPAN}`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01\n`,
  ])('is no trace when it is %j', (header) => {
    expect(spanContextOf(header)).toBeNull();
  });
});
