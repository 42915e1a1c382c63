import { createSign, type KeyObject } from 'node:crypto';

const BACKDATED_S = 60;
const LIFETIME_S = 9 * 60;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the App signs itself with: RS256, issued a minute back because clocks differ, valid for nine minutes. */
export function appJwt(appId: string, key: KeyObject, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({
    iat: seconds - BACKDATED_S,
    exp: seconds + LIFETIME_S,
    iss: appId,
  })}`;
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
}
