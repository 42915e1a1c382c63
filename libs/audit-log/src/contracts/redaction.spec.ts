import { expect, it } from '@jest/globals';
import { addressPrefix, redactField, redactText } from './redaction.js';

const secrets = [
  'fdy_5Hq1u2Jx9aKbZ0',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'gho_16C7e42F292c6912E7710c838347Ae178B4a',
  'ghu_16C7e42F292c6912E7710c838347Ae178B4a',
  'ghs_16C7e42F292c6912E7710c838347Ae178B4a',
  'ghr_16C7e42F292c6912E7710c838347Ae178B4a',
  'github_pat_11ABCDEFG0123456789_abcdefghij',
  'Bearer eyJhbGciOiJub25lIn0',
  'Basic dXNlcjpwYXNzd29yZA==',
  'sk-ant-api03-q7Xk2LmN8pRt',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJlLW9mLWl0',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw',
  'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
];

it.each(secrets)('takes %j out of any text', (secret) => {
  const redacted = redactText(`pushed with ${secret} to main`);
  expect(redacted).toContain('[secret]');
  expect(redacted).not.toContain(secret.slice(-8));
});

it('takes the login out of an address', () => {
  expect(redactText('clone https://ana:hunter2@example.com/a.git failed')).toBe(
    'clone https://[secret]@example.com/a.git failed',
  );
});

it.each(['feature/bearer-of-news', 'task-skill-9', 'main', 'ghost_writer', 'a basic change'])(
  'leaves %j alone',
  (text) => {
    expect(redactText(text)).toBe(text);
  },
);

it('keeps ids beside secrets, and nothing of the secrets', () => {
  expect(redactField('accessToken', 'anything')).toBe('[secret]');
  expect(redactField('access_token', 'anything')).toBe('[secret]');
  expect(redactField('tokenId', '0198b2a4')).toBe('0198b2a4');
});

it('keeps the prefix of a network address', () => {
  expect(addressPrefix('203.0.113.77')).toBe('203.0.113.0/24');
  expect(addressPrefix('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
  expect(addressPrefix('2001:db8:85a3:8d3:1319:8a2e:370:7348')).toBe('2001:db8:85a3::/48');
  expect(addressPrefix('2001:db8::1')).toBe('2001:db8:0::/48');
  expect(addressPrefix('::1')).toBe('0:0:0::/48');
  expect(addressPrefix('203.0.113.0/24')).toBe('203.0.113.0/24');
  expect(addressPrefix('not an address')).toBe('');
  expect(redactField('remoteAddress', '203.0.113.77')).toBe('203.0.113.0/24');
});
