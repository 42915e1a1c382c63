import { z } from 'zod';

/** `FOUNDRY_ENCRYPTION_KEYS`, for the configuration of every process: `id:base64, …`, 32 bytes each. */
export const EncryptionKeys = z
  .string({
    error: 'is missing; make one with: echo "k1:$(openssl rand -base64 32)", and keep it: without it tokens are lost',
  })
  .regex(
    /^\s*[A-Za-z0-9_-]{1,40}:[A-Za-z0-9+/]{43}=(\s*,\s*[A-Za-z0-9_-]{1,40}:[A-Za-z0-9+/]{43}=)*\s*$/,
    'must be id:base64 of 32 bytes, separated by commas',
  )
  .refine((text) => {
    const ids = text.split(',').map((key) => key.split(':')[0]?.trim());
    return new Set(ids).size === ids.length;
  }, 'names an id twice; each key needs an id of its own');
