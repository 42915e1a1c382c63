import {
  AdmitMember,
  GithubRole,
  MembershipOf,
  OrganizationKind,
  RegisterOrganization,
} from '@foundry/organization/contracts';
import { UserOf } from '@foundry/user/contracts';
import type { Command } from 'commander';
import { type Desk, OperatorError } from './desk.js';
import type { Operator } from './operator.js';
import { id, parsed } from './parsed.js';

interface RegisterOptions {
  id: string;
  login: string;
  kind: OrganizationKind;
  name?: string;
}

interface AdmitOptions {
  organization: string;
  user: string;
  login: string;
  role: GithubRole;
}

/** `organization register` and `member admit`: what GitHub will say later, said by the operator. */
export function addOrganizationCommands(program: Command, { work, say }: Operator): void {
  program
    .command('organization')
    .description('organizations of this instance')
    .command('register')
    .description('make a GitHub account known, or refresh its login and name')
    .requiredOption('--id <id>', 'numeric id of the account at GitHub', id)
    .requiredOption('--login <login>', 'login of the account at GitHub')
    .option('--kind <kind>', 'company or personal', parsed(OrganizationKind), 'company')
    .option('--name <name>', 'name to show')
    .action((options: RegisterOptions) =>
      work(async (desk) => {
        const { id: accountId, login, kind, name } = options;
        await desk.send(new RegisterOrganization({ accountId, login, kind, ...(name === undefined ? {} : { name }) }));
        say(`organization ${accountId} (${login}) is registered`);
      }),
    );

  program
    .command('member')
    .description('members of an organization')
    .command('admit')
    .description('confirm a person as a member, as GitHub would; repeat it within 72 h to keep the role')
    .requiredOption('--organization <id>', 'id of the organization', id)
    .requiredOption('--user <id>', 'GitHub id of the person', id)
    .requiredOption('--login <login>', 'login of the person at GitHub')
    .option('--role <role>', 'role at GitHub: admin (an owner here) or member', parsed(GithubRole), 'member')
    .action((options: AdmitOptions) => work((desk) => admit(desk, options, say)));
}

async function admit(desk: Desk, options: AdmitOptions, say: Operator['say']): Promise<void> {
  const { organization: organizationId, user: userId, login, role: githubRole } = options;
  const known = await desk.ask(new UserOf(userId));
  const verifiedAt = new Date().toISOString();
  const { name = null, avatarUrl = null } = known ?? {};
  await desk.send(new AdmitMember({ organizationId, userId, login, name, avatarUrl, githubRole, verifiedAt }));
  const membership = await desk.ask(new MembershipOf(userId, organizationId));
  if (!membership) {
    throw new OperatorError(
      `${login} was not admitted: blocked there, or the organization is somebody else's account.`,
    );
  }
  say(`${login} is ${membership.role} of organization ${organizationId}`);
}
