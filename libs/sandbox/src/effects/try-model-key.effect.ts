import {
  type Attempt,
  Database,
  EffectFailed,
  Encryption,
  type Failure,
  PerformEffect,
  type PerformsEffect,
} from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordKeyTest, TryModelKey } from '../contracts/index.js';
import { variableKey } from '../domain/variable-key.js';
import { ModelEnvironment, variablePlace } from '../machine/machine-environment.js';

const Row = z.object({ value: z.instanceof(Buffer), keyId: z.string() });

const APIS: Readonly<
  Record<string, { base: string; address: string; headers: (key: string) => Record<string, string> }>
> = {
  ANTHROPIC_API_KEY: {
    base: 'ANTHROPIC_BASE_URL',
    address: 'https://api.anthropic.com',
    headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
  },
  OPENAI_API_KEY: {
    base: 'OPENAI_BASE_URL',
    address: 'https://api.openai.com',
    headers: (key) => ({ Authorization: `Bearer ${key}` }),
  },
};

/** Lists the models of the API that the key is for: the cheapest question that needs a good key. */
@Injectable()
@PerformEffect(TryModelKey)
export class TryModelKeyEffect implements PerformsEffect<TryModelKey> {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly models: ModelEnvironment,
  ) {}

  async perform({ payload }: TryModelKey, attempt: Attempt): Promise<CommandMessage> {
    const api = APIS[payload.name];
    const rows = await this.database.sql`select value, key_id as "keyId" from sandbox.variables
      where variable = ${variableKey(payload)}`;
    const [row] = Row.array().parse(rows);
    if (!row || !api) return new RecordKeyTest({ ...payload, code: 'key.unknown' });
    const key = this.encryption.open({ keyId: row.keyId, bytes: row.value }, variablePlace(payload)).reveal();
    const base = (this.models.values[api.base] ?? api.address).replace(/\/+$/, '').replace(/\/v1$/, '');
    const { status } = await fetch(`${base}/v1/models`, {
      headers: api.headers(key),
      signal: attempt.abort,
      redirect: 'error',
    });
    if (status >= 500 || status === 429)
      throw new EffectFailed('model.unavailable', `The API answered ${String(status)}.`);
    return new RecordKeyTest({ ...payload, code: status === 200 ? 'ok' : 'key.refused' });
  }

  giveUp({ payload }: TryModelKey, { code }: Failure): CommandMessage {
    return new RecordKeyTest({ ...payload, code: code === 'model.unavailable' ? code : 'model.unreachable' });
  }
}
