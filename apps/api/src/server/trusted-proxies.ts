import { isIP } from 'node:net';
import { z } from 'zod';

/** Names of networks that Express knows. */
const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

const isNetwork = (text: string): boolean => {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  // all addresses at once would let anybody claim to be anybody
  return /^[1-9][0-9]{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
};

/**
 * `TRUSTED_PROXIES`: whose `X-Forwarded-For` is believed, as addresses, networks such as `10.0.0.0/8`, or the words
 * `loopback`, `linklocal` and `uniquelocal`, separated by commas. Nobody's when absent. The client is the last address
 * of the header that is none of these, so what a client writes into it itself counts for nothing.
 */
export const TrustedProxies = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine(
    (parts) => parts.every((part) => NAMES.includes(part) || isNetwork(part)),
    'must be addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
  );
