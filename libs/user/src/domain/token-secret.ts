import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 43; // 256 bits
const CHECK_CHARACTERS = 6; // a CRC-32 in base 62
const FORM = /^fdy_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;
const PREFIX_CHARACTERS = 'fdy_'.length + 6;

/** The secret of a new API token: `fdy_`, 43 random characters, 6 check characters. */
export function newTokenSecret(): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `fdy_${random}${checkOf(random)}`;
}

/** Whether this can be a token at all. Tells typing errors and foreign secrets from tokens without a database. */
export function isTokenSecret(presented: string): boolean {
  const [, random, check] = FORM.exec(presented) ?? [];
  return random !== undefined && check === checkOf(random);
}

/** What is stored of a secret. One round is enough: nobody guesses 256 random bits. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** What a list shows, to tell tokens apart. */
export const prefixOf = (secret: string): string => secret.slice(0, PREFIX_CHARACTERS);

function checkOf(random: string): string {
  let rest = crc32(random);
  let check = '';
  for (let place = 0; place < CHECK_CHARACTERS; place += 1) {
    check = ALPHABET.charAt(rest % ALPHABET.length) + check;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return check;
}
