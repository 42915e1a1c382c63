import { randomUUID } from 'node:crypto';
import { CommandSender } from '@foundry/messaging';
import type { Actor, CommandMessage } from '@foundry/messaging/contracts';
import {
  AdmitMember,
  ApplyPullRequests,
  RecordTaskSummary,
  RegisterOrganization,
  SetVirtualTaskArchived,
} from '@foundry/organization/contracts';
import { z } from 'zod';
import { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import type { Browser } from '../sign-in/browser.js';
import { ORIGIN, SignInInstallation } from '../sign-in/installation.js';
import { ADA, type StubPerson } from '../sign-in/stub-github.js';

export const BEN: StubPerson = { ...ADA, id: 43, login: 'ben', name: 'Ben' };
const EVE: StubPerson = { ...ADA, id: 44, login: 'eve', name: 'Eve' };
export const ACME = '9001';
export const WEB = '501';
export const AT = '2030-01-01T12:00:00.000Z';
const FOUNDRY: Actor = { kind: 'system', module: 'github-data' };

const Code = z.object({ code: z.string() });
const Tasks = z.object({ items: z.array(z.object({ id: z.string(), branch: z.string() })) });

export const answer = async (response: Response): Promise<{ status: number; body: unknown }> => ({
  status: response.status,
  body: await response.json(),
});
export const codeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  Code.parse(await response.json()).code,
];

const aPull = (number: number) => ({
  ...{ number, state: 'open' as const, draft: false, title: `Change ${String(number)}`, url: 'https://x.example/1' },
  ...{ headBranch: `b${String(number)}`, headRepositoryId: WEB, baseBranch: 'main', authorLogin: 'ada' },
  ...{ checks: 'none' as const, review: 'none' as const, openedAt: AT, updatedAt: AT },
  ...{ closedAt: null, closedBy: null, version: 1 },
});

/** Acme on the whole product: Ada and Ben own it, Eve is a stranger. One task is real with a session, one is archived. */
export class Acme {
  readonly sessionId = randomUUID();
  taskId = '';
  archivedTaskId = '';

  private constructor(
    readonly foundry: SignInInstallation,
    readonly ada: Browser,
    readonly ben: Browser,
    readonly eve: Browser,
  ) {}

  static async open(): Promise<Acme> {
    const foundry = await SignInInstallation.start();
    await foundry.startWorker();
    const people = [await signedIn(foundry, ADA), await signedIn(foundry, BEN), await signedIn(foundry, EVE)] as const;
    const acme = new Acme(foundry, ...people);
    await acme.admit(ACME, 'acme', [ADA, BEN]);
    await acme.makeTasks();
    return acme;
  }

  /** The command is handled, sent by Foundry itself unless told otherwise. */
  async send(command: CommandMessage, actor = FOUNDRY): Promise<void> {
    const requested = await this.foundry.api.app.get(CommandSender).request(command, { actor });
    if (requested.state === 'pending' || requested.reply.outcome !== 'handled')
      throw new Error(JSON.stringify(requested));
  }

  /** An organization with owners. */
  async admit(organizationId: string, login: string, owners: readonly StubPerson[]): Promise<void> {
    await this.send(new RegisterOrganization({ accountId: organizationId, kind: 'company', login }));
    for (const { id, ...person } of owners) {
      const seen = { login: person.login, name: null, avatarUrl: null, githubRole: 'admin' as const };
      const verifiedAt = new Date().toISOString();
      await this.send(new AdmitMember({ organizationId, userId: String(id), ...seen, verifiedAt }));
    }
  }

  signIn(person: StubPerson): Promise<Browser> {
    return signedIn(this.foundry, person);
  }

  async socketOf(browser: Browser): Promise<TestSocket> {
    const headers = { cookie: browser.cookieHeader, origin: ORIGIN };
    const socket = await TestSocket.try(`${this.foundry.base.replace('http', 'ws')}/v1/realtime`, { headers });
    if (!(socket instanceof TestSocket)) throw new Error(`Refused: ${socket.code}`);
    await socket.next('hello');
    return socket;
  }

  /** Address of what the caller keeps of the real task. */
  own(path = ''): string {
    return `/v1/me/tasks/${this.taskId}${path}`;
  }

  stop(): Promise<void> {
    return this.foundry.stop();
  }

  private async makeTasks(): Promise<void> {
    const pullRequests = [aPull(1), aPull(2)];
    const repository = { repositoryId: WEB, repositoryName: 'acme/web' };
    await this.send(new ApplyPullRequests({ organizationId: ACME, ...repository, pullRequests }));
    const { items } = Tasks.parse(await (await this.ada.send(`/v1/organizations/${ACME}/tasks`)).json());
    const taskOn = (name: string): string => items.find(({ branch }) => branch === name)?.id ?? '';
    this.taskId = taskOn('b1');
    this.archivedTaskId = taskOn('b2');
    const archive = { organizationId: ACME, taskId: this.archivedTaskId, archived: true };
    await this.send(new SetVirtualTaskArchived(archive), { kind: 'user', userId: '42', via: 'session' });
    const session = {
      id: this.sessionId,
      name: 'One',
      agent: 'claude',
      model: null,
      status: 'ready',
      needsInput: false,
    };
    await this.send(
      new RecordTaskSummary({
        organizationId: ACME,
        taskId: this.taskId,
        taskVersion: 1,
        summary: {
          ...{ title: 'Greet', titleSource: 'user', status: 'idle', statusReason: null, archivedAt: null },
          ...{ archiveReason: null, owner: null, sessions: [session], filesChanged: null, linesAdded: null },
          ...{ linesRemoved: null, unpushed: null, lastActivityAt: AT },
        },
      }),
    );
  }
}

async function signedIn(foundry: SignInInstallation, person: StubPerson): Promise<Browser> {
  // the tries of a minute are counted by address, and all of these are one
  await foundry.sql`truncate "user".sign_in_counts`;
  foundry.github.person = person;
  const browser = foundry.browser();
  await browser.signIn();
  return browser;
}
