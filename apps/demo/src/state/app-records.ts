import { z } from 'zod';
import { Permissions } from './records.js';

/** Rows about GitHub Apps, where they are installed, and the tokens in circulation. Tokens are kept as hashes. */
const id = z.number().int().positive();
const time = z.string();

export const App = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  ownerId: id,
  clientId: z.string(),
  clientSecret: z.string(),
  webhookSecret: z.string(),
  publicKey: z.string(),
  url: z.string(),
  webhookUrl: z.string().nullable(),
  callbackUrls: z.array(z.string()),
  setupUrl: z.string().nullable(),
  permissions: Permissions,
  events: z.array(z.string()),
  createdAt: time,
});
export type App = z.infer<typeof App>;

/** An App made from a manifest, until its code is exchanged; the private key is handed over once. */
export const Conversion = z.object({ codeHash: z.string(), appId: id, privateKey: z.string(), expiresAt: z.number() });
export type Conversion = z.infer<typeof Conversion>;

export const Installation = z.object({
  id,
  appId: id,
  accountId: id,
  selection: z.enum(['all', 'selected']),
  repositoryIds: z.array(id),
  permissions: Permissions,
  events: z.array(z.string()),
  suspendedAt: time.nullable(),
  suspendedById: id.nullable(),
  createdAt: time,
  updatedAt: time,
});
export type Installation = z.infer<typeof Installation>;

/** A live token. `repositoryIds` and `permissions` are null when it was not narrowed. Times in seconds since the epoch. */
export const Token = z.object({
  id,
  hash: z.string(),
  lastEight: z.string(),
  kind: z.enum(['installation', 'user', 'refresh']),
  appId: id,
  installationId: id.nullable(),
  userId: id.nullable(),
  permissions: Permissions.nullable(),
  repositoryIds: z.array(id).nullable(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** User and refresh tokens of one grant die together; scoped tokens belong to the family of their parent. */
  family: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

export const Code = z.object({
  hash: z.string(),
  appId: id,
  userId: id,
  redirectUri: z.string(),
  challenge: z.string().nullable(),
  expiresAt: z.number(),
});
export type Code = z.infer<typeof Code>;

/** One attempt to deliver an event. A redelivery is a new attempt with the same `guid`. */
export const Delivery = z.object({
  id,
  guid: z.string(),
  appId: id,
  event: z.string(),
  action: z.string().nullable(),
  installationId: id.nullable(),
  repositoryId: id.nullable(),
  deliveredAt: time,
  /** Seconds. */
  duration: z.number(),
  status: z.string(),
  statusCode: z.number().int(),
  redelivery: z.boolean(),
  url: z.string(),
  payload: z.string(),
  responseBody: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;
