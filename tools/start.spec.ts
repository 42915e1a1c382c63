import { describe, expect, it } from '@jest/globals';
import { oncePerPress } from './signals.mjs';

describe('passing signals on', () => {
  it('makes one of the copies that a terminal and npm both send', () => {
    const passed: string[] = [];
    let time = 0;
    const forward = oncePerPress(
      (signal: string) => passed.push(signal),
      () => (time += 3),
    );
    forward('SIGINT');
    forward('SIGINT');
    expect(passed).toEqual(['SIGINT']);
  });

  it('passes a second press, so that impatience is heard', () => {
    const passed: string[] = [];
    let time = 0;
    const forward = oncePerPress(
      (signal: string) => passed.push(signal),
      () => time,
    );
    forward('SIGINT');
    time = 1_500;
    forward('SIGINT');
    expect(passed).toEqual(['SIGINT', 'SIGINT']);
  });
});
