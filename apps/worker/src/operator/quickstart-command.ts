import { randomUUID } from 'node:crypto';
import { AdmitMember, RegisterOrganization } from '@foundry/organization/contracts';
import { CreateApiToken, TokenScope } from '@foundry/user/contracts';
import type { Command } from 'commander';
import type { Desk } from './desk.js';
import type { Operator } from './operator.js';
import { id } from './parsed.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Options {
  login: string;
  user: string;
  organization: string;
}

/** `quickstart`: everything a first look needs, in one step. Running it again makes another token and changes nothing else. */
export function addQuickstartCommand(program: Command, { work, address, say }: Operator): void {
  program
    .command('quickstart')
    .description('make a person, an organization that they own, and a token for a first look')
    .requiredOption('--login <login>', 'what to call the person')
    .option('--user <id>', 'GitHub id of the person', id, '1000001')
    .option('--organization <id>', 'GitHub id of the organization', id, '2000001')
    .action((options: Options) =>
      work(async (desk) => {
        await prepare(desk, options);
        const secret = await firstToken(desk, options.user);
        say(
          `${options.login} owns organization ${options.organization}. Their token, shown once, for ${String(DAYS)} days:`,
        );
        say(`  ${secret}`);
        say('Try it:');
        say(`  curl -H "Authorization: Bearer ${secret}" ${await address()}/v1/organizations/${options.organization}`);
      }),
    );
}

async function prepare(desk: Desk, { login, user: userId, organization: organizationId }: Options): Promise<void> {
  await desk.people.record({ userId, login, name: null, avatarUrl: null });
  await desk.send(new RegisterOrganization({ accountId: organizationId, login: `${login}-team`, kind: 'company' }));
  await desk.send(
    new AdmitMember({
      organizationId,
      userId,
      login,
      name: null,
      avatarUrl: null,
      githubRole: 'admin',
      verifiedAt: new Date().toISOString(),
    }),
  );
}

async function firstToken(desk: Desk, userId: string): Promise<string> {
  const { secret, hash, prefix } = desk.secrets.draw();
  const expiresAt = new Date(Date.now() + DAYS * DAY_MS).toISOString();
  const scopes = [...TokenScope.options];
  const token = {
    userId,
    tokenId: randomUUID(),
    name: 'quickstart',
    hash,
    prefix,
    scopes,
    organizationId: null,
    expiresAt,
  };
  await desk.send(new CreateApiToken(token));
  return secret;
}
