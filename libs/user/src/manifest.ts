import type { ModuleManifest } from '@foundry/messaging';
import { CreateUser1764000000200 } from '../migrations/create-user.js';
import { ApiTokensChanged, CreateApiToken, RevokeApiToken } from './contracts/index.js';
import { ApiToken } from './domain/api-token.entity.js';

export const manifest: ModuleManifest = {
  name: 'user',
  entities: [ApiToken],
  migrations: [CreateUser1764000000200],
  commands: [CreateApiToken, RevokeApiToken],
  events: [ApiTokensChanged],
  effects: [],
};
