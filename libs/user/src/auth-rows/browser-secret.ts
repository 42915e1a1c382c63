import { createHash, randomBytes } from 'node:crypto';

/** A value that only one browser has: 256 random bits, 43 characters. */
export const newBrowserSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. One round is enough: nobody guesses 256 random bits. */
export const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();
