import { describe, expect, it } from '@jest/globals';
import { Draft } from './draft.js';
import { REDACTED, Secrets, TextRedactor } from './redact.js';
import { TurnTranscript } from './turn-transcript.js';

const KEY = ['-----BEGIN OPENSSH PRIVATE KEY-----', 'b3BlbnNzaC1rZXk', '-----END OPENSSH PRIVATE KEY-----'].join('\n');
const TOKENS = [
  `ghp_${'a1B2'.repeat(9)}`,
  `ghs_${'a1B2'.repeat(9)}`,
  `github_pat_${'a1B2_'.repeat(9)}`,
  `sk-ant-api03-${'a1B2-'.repeat(9)}x`,
  `xoxb-${'12345-'.repeat(4)}x`,
  'AKIAIOSFODNN7EXAMPLE',
  'hunter2-is-the-password',
];
const secrets = new Secrets(['hunter2-is-the-password', 'short']);

/** The text in pieces of this length, with what was held let go at the end. */
function inPieces(text: string, length: number): string {
  const redactor = new TextRedactor(secrets);
  let shown = '';
  for (let at = 0; at < text.length; at += length) shown += redactor.push(text.slice(at, at + length));
  return shown + redactor.end();
}

describe('secrets', () => {
  it.each([...TOKENS, KEY])('such as %s are not shown, however they are divided', (token) => {
    const text = `before ${token} after, and ${token}`;
    expect(secrets.redact(text)).toBe(`before ${REDACTED} after, and ${REDACTED}`);
    for (let length = 1; length <= token.length + 3; length += 1) {
      expect(inPieces(text, length)).toBe(`before ${REDACTED} after, and ${REDACTED}`);
    }
  });

  it('leave words alone that only look like them', () => {
    const text =
      'a task-management-system-of-great-size, the risk-averse-management-people, ghp_short, short, A1, - - -';
    expect(secrets.redact(text)).toBe(text);
    for (const length of [1, 2, 5]) expect(inPieces(text, length)).toBe(text);
  });

  it('are found although their beginning was let go, as one cannot wait for ever', () => {
    const redactor = new TextRedactor(secrets);
    const shown = [
      redactor.push('see ghp_abc'),
      redactor.release(),
      redactor.push('d'.repeat(40)),
      redactor.push('d y'),
    ];
    expect(shown).toEqual(['see ', 'ghp_abc', REDACTED, ' y']);
  });

  it('are held back for the next holder of the turn, who neither loses nor repeats a sign', () => {
    const said = ['Token: ', 'ghp_a1', 'B2a1B2a1B2a1B2a1B2a1B2a1B2', ' and ', 'more'];
    for (let stop = 0; stop <= said.length; stop += 1) {
      const first = new Draft((text) => text);
      const one = new TurnTranscript(first, secrets, { lastEventId: 10, skip: 0, inside: null });
      const say = (to: TurnTranscript, from: number, until: number) => {
        for (let index = from; index < until; index += 1) {
          to.seen(11 + index);
          to.text('assistant_text', said[index] ?? '', 0);
        }
      };
      say(one, 0, stop);
      const { cursor } = one;
      const stored = first.changes().map((item, index) => ({ ...item, seq: index + 1, createdAt: new Date(0) }));
      const second = new Draft((text) => text, stored);
      const two = new TurnTranscript(second, secrets, cursor);
      say(two, (cursor.lastEventId ?? 0) - 10, said.length);
      two.endText();
      const [item] = second.changes();
      expect(item?.text).toBe(`Token: ${REDACTED} and more`);
    }
  });
});
