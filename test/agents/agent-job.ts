import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Person, TaskProduct } from '../task/product.js';

const Repositories = z.object({ items: z.array(z.looseObject({ repositoryId: z.string(), fullName: z.string() })) });
const Created = z.looseObject({ taskId: z.string(), branch: z.string() });
const Ran = z.looseObject({ exitCode: z.int().nullable(), stdout: z.string(), stderr: z.string() });
const Read = z.looseObject({ sandbox: z.looseObject({ sandboxId: z.string() }) });
const Result = z.looseObject({ headSha: z.string().nullable(), number: z.int().nullable() });
const Operations = z.looseObject({ items: z.array(z.looseObject({ operationId: z.string() })) });

const TURN_MS = 60_000;

/** Sets what the machines of the first organization need for agents to find their model, and to ask before they act. */
export async function offerModel({ visitor, organizationId }: Person, modelUrl: string): Promise<void> {
  const gateway = { protocol: 'openai', baseUrl: `${modelUrl}/v1`, headers: {} };
  const variables = {
    // Of Codex.
    DEFAULT_AUTH_REQUEST: JSON.stringify({ methodId: 'gateway', _meta: { gateway } }),
    INITIAL_AGENT_MODE: 'read-only',
    // Of Claude Code.
    ANTHROPIC_BASE_URL: modelUrl,
    ANTHROPIC_API_KEY: 'sk-ant-nobody-checks-it',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: 'true',
  };
  for (const [name, value] of Object.entries(variables)) {
    const path = `/v1/organizations/${organizationId}/variables/${name}`;
    const { status, body } = await visitor.send(path, { value }, 'PUT');
    if (status !== 200) throw new Error(`${path}: ${String(status)} ${JSON.stringify(body)}`);
  }
}

/** A file that the model is to make, and a command that it is to run. */
export const write = (path: string, content: string): string => `\`\`\`write ${path}\n${content}\n\`\`\``;
export const command = (line: string): string => `\`\`\`sh\n${line}\n\`\`\``;

/** One task with a session of an agent, as several people work on it over the API. */
export class AgentJob {
  private constructor(
    private readonly product: TaskProduct,
    readonly taskId: string,
    readonly sessionId: string,
    private readonly repositoryId: string,
  ) {}

  /** Begins a task on a new branch of a repository with a message to an agent. */
  static async begin(
    product: TaskProduct,
    person: Person,
    begun: { repository: string; branch: string; agent: string; text: string },
  ): Promise<AgentJob> {
    const organization = `/v1/organizations/${person.organizationId}`;
    const found = await person.read(`${organization}/repositories?q=${begun.repository}`);
    const repository = Repositories.parse(found.body).items.find(({ fullName }) =>
      fullName.endsWith(`/${begun.repository}`),
    );
    if (!repository) throw new Error(`The demonstration has no repository ${begun.repository}.`);
    const sessionId = randomUUID();
    const { agent, text, branch } = begun;
    const { repositoryId } = repository;
    const { body } = await person.visitor.send(`${organization}/tasks`, {
      repositoryId,
      branch: { new: branch },
      firstMessage: { messageId: randomUUID(), sessionId, text, agent },
    });
    return new AgentJob(product, Created.parse(body).taskId, sessionId, repositoryId);
  }

  /** The answer to the send. */
  async say(person: Person, text: string) {
    return person.visitor.send(`/v1/sessions/${this.sessionId}/messages`, { messageId: randomUUID(), text });
  }

  /** What the agent asks leave for now, which is to run a command. */
  async asked(person: Person) {
    const tool = z.looseObject({ kind: z.literal('execute') });
    const request = z.looseObject({ permissionId: z.string(), kind: z.literal('permission'), tool });
    const path = `/v1/tasks/${this.taskId}/permissions?state=open`;
    const { items } = await person.until(path, z.looseObject({ items: z.tuple([request]) }), TURN_MS);
    return items[0];
  }

  /** Lets the agent do what it asks leave for. */
  async allow(person: Person): Promise<void> {
    const { permissionId } = await this.asked(person);
    const path = `/v1/permissions/${permissionId}/answer`;
    const { status, body } = await person.visitor.send(path, { answer: 'allow_once' });
    if (status !== 200) throw new Error(`${path}: ${String(status)} ${JSON.stringify(body)}`);
  }

  /** The task when its turn has ended well. */
  async ended(person: Person) {
    const Idle = z.looseObject({ task: z.looseObject({ status: z.literal('idle'), failure: z.null() }) });
    return person.until(`/v1/tasks/${this.taskId}`, Idle, TURN_MS);
  }

  /** What a script says on the machine, in the repository. */
  async shell(person: Person, script: string) {
    const { sandbox } = Read.parse((await person.read(`/v1/tasks/${this.taskId}`)).body);
    const argv = ['sh', '-c', script];
    const { status, body } = await person.visitor.send(`/v1/sandboxes/${sandbox.sandboxId}/exec`, { argv });
    if (status !== 200) throw new Error(`${script}: ${String(status)} ${JSON.stringify(body)}`);
    return Ran.parse(body).stdout.trim();
  }

  /** Asks for an operation and resolves with its result when it has succeeded. */
  async operate(person: Person, kind: 'push' | 'pull-request', inputs: object) {
    const operationId = randomUUID();
    const { status, body } = await person.visitor.send(`/v1/tasks/${this.taskId}/${kind}`, { operationId, ...inputs });
    if (status !== 200) throw new Error(`${kind}: ${String(status)} ${JSON.stringify(body)}`);
    const Succeeded = z.looseObject({ operationId: z.literal(operationId), state: z.literal('succeeded') });
    const path = `/v1/tasks/${this.taskId}/operations`;
    const Page = Operations.transform(({ items }) => items.find((one) => one.operationId === operationId)).pipe(
      Succeeded.extend({ result: Result }),
    );
    return (await person.until(path, Page, 60_000)).result;
  }

  /** The token on the machine, which belongs to whoever owns the task. */
  async token(person: Person): Promise<string> {
    const [, token = ''] = /^password=(.+)$/m.exec(await this.shell(person, 'cat "$HOME/.git-token"')) ?? [];
    return token;
  }

  /** What GitHub answers to a token; paths of the repository begin with `./`. */
  async github(token: string, path: string): Promise<unknown> {
    const address = path.replace(/^\.\//, `/repositories/${this.repositoryId}/`);
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(this.product.installation.github.apiUrl + address, { headers });
    if (!response.ok) throw new Error(`GET ${address}: ${String(response.status)} ${await response.text()}`);
    return response.json();
  }
}
