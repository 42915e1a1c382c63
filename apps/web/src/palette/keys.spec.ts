import { describe, expect, it } from '@jest/globals';
import { ACTION_IDS, wordsOf } from './actions.js';
import { actionFor, partsOfKeys, strokeOf } from './keys.js';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('a pressed key', () => {
  it.each([
    [{ ...plain, key: 'k', ctrlKey: true }, false, 'mod+k'],
    [{ ...plain, key: 'K', metaKey: true }, true, 'mod+k'],
    [{ ...plain, key: '`', ctrlKey: true }, false, 'ctrl+`'],
    [{ ...plain, key: '`', ctrlKey: true }, true, 'ctrl+`'],
    [{ ...plain, key: '?' }, false, '?'],
    [{ ...plain, key: 'Enter', ctrlKey: true }, false, 'mod+enter'],
    [{ ...plain, key: 'k', metaKey: true }, false, null],
    [{ ...plain, key: 'c', altKey: true }, false, null],
    [{ ...plain, key: 'Shift' }, false, null],
  ])('%j (on a Mac: %s) is %s', (key, mac, stroke) => {
    expect(strokeOf(key, mac)).toBe(stroke);
  });
});

describe('the shortcuts', () => {
  it('find an action by one key, by keys held together and by keys one after the other', () => {
    expect(actionFor(['c'])).toEqual({ action: 'task.new' });
    expect(actionFor(['mod+k'])).toEqual({ action: 'palette.open' });
    expect(actionFor(['g'])).toEqual({ more: true });
    expect(actionFor(['g', 'i'])).toEqual({ action: 'go.inbox' });
    expect(actionFor(['g', 'x'])).toEqual({ more: false });
  });

  it('belong to one action each', () => {
    const keys = ACTION_IDS.flatMap((id) => wordsOf(id).keys ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('are shown as they are printed on the keyboard', () => {
    expect(partsOfKeys('mod+k', true)).toEqual(['⌘', 'K']);
    expect(partsOfKeys('g i', false)).toEqual(['G', 'I']);
  });
});
