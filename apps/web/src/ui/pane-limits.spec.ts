import { describe, expect, it } from '@jest/globals';
import { mostOf, sizeAfterKey } from './pane-limits.js';

const press = (key: string, shiftKey = false) => ({ key, shiftKey });
const LAPTOP = { width: 1440, height: 900 };

describe('the size of a pane', () => {
  it.each([
    ['left', press('ArrowRight'), 304],
    ['left', press('ArrowLeft', true), 240],
    ['right', press('ArrowLeft', true), 352],
    ['right', press('ArrowRight'), 320],
    ['dock', press('ArrowUp'), 304],
    ['dock', press('ArrowDown', true), 224],
    ['left', press('Home'), 240],
    ['left', press('End'), 480],
    ['left', press('ArrowUp'), null],
    ['dock', press('Enter'), null],
  ] as const)('of %s changes by the key %j from 288 to %s', (name, key, size) => {
    expect(sizeAfterKey(name, key, 288, 480)).toBe(size);
  });

  it('leaves room for the centre, and is never below its least', () => {
    expect(mostOf('right', LAPTOP, 288)).toBe(720);
    expect(mostOf('right', { width: 1280, height: 800 }, 480)).toBe(400);
    expect(mostOf('right', { width: 1000, height: 800 }, 480)).toBe(320);
    expect(mostOf('dock', LAPTOP, 0)).toBe(630);
  });
});
