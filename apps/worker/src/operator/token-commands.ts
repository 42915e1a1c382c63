import { randomUUID } from 'node:crypto';
import { Uuid } from '@foundry/messaging/contracts';
import {
  ApiTokensOf,
  type ApiTokenView,
  CreateApiToken,
  RevokeApiToken,
  TokenScope,
  UserOf,
} from '@foundry/user/contracts';
import type { Command } from 'commander';
import { z } from 'zod';
import { type Desk, OperatorError } from './desk.js';
import type { Operator } from './operator.js';
import { id, parsed } from './parsed.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const Days = z.coerce.number().int().min(1).max(365);

interface CreateOptions {
  user: string;
  name: string;
  scopes: string[];
  organization?: string;
  days: number;
}

/** `token create`, `token list`, `token revoke`. */
export function addTokenCommands(program: Command, { work, say }: Operator): void {
  const token = program.command('token').description('API tokens of people');

  token
    .command('create')
    .description('make an API token for a person and print its secret, once')
    .requiredOption('--user <id>', 'GitHub id of the person', id)
    .requiredOption('--name <name>', 'what to call the token')
    .requiredOption('--scopes <scope...>', `some of ${TokenScope.options.join(', ')}`)
    .option('--organization <id>', 'limit it to this organization', id)
    .option('--days <days>', 'days until it expires, 1 to 365', parsed(Days), 90)
    .action((options: CreateOptions) => work((desk) => create(desk, options, say)));

  token
    .command('list')
    .description('list the tokens of a person, without their secrets')
    .requiredOption('--user <id>', 'GitHub id of the person', id)
    .action(({ user }: { user: string }) =>
      work(async (desk) => {
        const tokens = await desk.ask(new ApiTokensOf(user));
        if (tokens.length === 0) say(`user ${user} has no tokens`);
        for (const view of tokens) say(lineOf(view));
      }),
    );

  token
    .command('revoke')
    .description('end a token for good')
    .requiredOption('--user <id>', 'GitHub id of the person', id)
    .requiredOption('--token <tokenId>', 'id of the token, as token list shows it', parsed(Uuid))
    .action(({ user, token: tokenId }: { user: string; token: string }) =>
      work(async (desk) => {
        await desk.send(new RevokeApiToken({ userId: user, tokenId }));
        say(`token ${tokenId} is revoked`);
      }),
    );
}

async function create(desk: Desk, options: CreateOptions, say: Operator['say']): Promise<void> {
  const { user: userId, name, scopes, organization: organizationId = null, days } = options;
  if (!(await desk.ask(new UserOf(userId)))) {
    throw new OperatorError(`Nobody has the id ${userId} here; add them first: user add --id ${userId} --login …`);
  }
  const { secret, hash, prefix } = desk.secrets.draw();
  const tokenId = randomUUID();
  const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
  const wanted = scopes.flatMap((scope) => scope.split(',')).filter((scope) => scope !== '');
  await desk.send(
    new CreateApiToken({ userId, tokenId, name, hash, prefix, scopes: wanted, organizationId, expiresAt }),
  );
  say(
    `token ${tokenId} for user ${userId}, until ${expiresAt.slice(0, 10)}; this is the only time its secret is shown:`,
  );
  say(secret);
}

function lineOf({
  tokenId,
  prefix,
  name,
  scopes,
  organizationId,
  expiresAt,
  lastUsedAt,
  revokedAt,
}: ApiTokenView): string {
  const end = revokedAt === null ? `until ${expiresAt.slice(0, 10)}` : `revoked ${revokedAt.slice(0, 10)}`;
  const limit = organizationId === null ? 'every organization' : `organization ${organizationId}`;
  const use = lastUsedAt === null ? 'never used' : `last used ${lastUsedAt}`;
  return [tokenId, `${prefix}…`, name, scopes.join(','), limit, end, use].join('  ');
}
