import type { APIResponse, Page } from 'playwright-core';
import { z } from 'zod';

const App = z.object({
  csrfToken: z.string(),
  user: z.object({ login: z.string() }),
  organizations: z.array(z.object({ id: z.string(), login: z.string(), kind: z.string(), role: z.string() })),
});
type App = z.infer<typeof App>;

const Tasks = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      virtual: z.boolean(),
      repositoryName: z.string(),
      title: z.string(),
      pullRequest: z.object({ number: z.int(), state: z.string() }).nullable(),
    }),
  ),
});

const Pulls = z.object({
  items: z.array(z.object({ repositoryId: z.string(), number: z.int(), title: z.string() })),
});

const Sessions = z.object({ sessions: z.array(z.object({ sessionId: z.string() })) });

const Transcript = z.object({ items: z.array(z.object({ seq: z.int(), kind: z.string(), text: z.string() })) });

/** A frame of the topic `organization` that says how the sync goes. */
export const SyncFrame = z.object({
  type: z.literal('github'),
  data: z.object({
    sync: z.string(),
    run: z.object({ phase: z.string(), done: z.int(), total: z.int().nullable() }).nullable(),
  }),
});
export type SyncFrame = z.infer<typeof SyncFrame>;

const PATIENCE_MS = 30_000;

/** Asks until `fact` does not fail any more; then its last failure. */
export async function eventually<T>(fact: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await fact();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A signed-in person, who asks the API with the cookies of their browser. */
export class Person {
  constructor(
    private readonly page: Page,
    private readonly product: string,
  ) {}

  async app(): Promise<App> {
    return App.parse(await this.read('/v1/app'));
  }

  /** Waits until they are a member of the organization. */
  async organization(login: string): Promise<App['organizations'][number]> {
    return eventually(async () => {
      const found = (await this.app()).organizations.find((row) => row.login === login);
      if (!found) throw new Error(`${login} is not there yet.`);
      return found;
    });
  }

  async tasks(organizationId: string): Promise<z.infer<typeof Tasks>['items']> {
    return Tasks.parse(await this.read(`/v1/organizations/${organizationId}/tasks?limit=100`)).items;
  }

  async openPullRequests(organizationId: string): Promise<z.infer<typeof Pulls>['items']> {
    const path = `/v1/organizations/${organizationId}/pull-requests?state=open&limit=100`;
    return Pulls.parse(await this.read(path)).items;
  }

  /** The only session of a task. */
  async sessionOf(taskId: string): Promise<string> {
    const { sessions } = Sessions.parse(await this.read(`/v1/tasks/${taskId}/sessions`));
    const [session] = sessions;
    if (!session) throw new Error(`Task ${taskId} has no session.`);
    return session.sessionId;
  }

  /** The newest entries of a conversation, in their order. */
  async transcript(sessionId: string): Promise<z.infer<typeof Transcript>['items']> {
    return Transcript.parse(await this.read(`/v1/sessions/${sessionId}/transcript?limit=100`)).items;
  }

  /** Waits until so many turns of a session have ended. */
  async turns(sessionId: string, count: number): Promise<void> {
    await eventually(async () => {
      const ended = (await this.transcript(sessionId)).filter(({ kind }) => kind === 'turn');
      if (ended.length < count) throw new Error(`${String(ended.length)} turns have ended.`);
    });
  }

  async read(path: string): Promise<unknown> {
    const answer = await this.page.request.get(this.product + path);
    if (!answer.ok()) throw new Error(`GET ${path}: ${String(answer.status())} ${await answer.text()}`);
    return answer.json();
  }

  /** Changes something, as a page of the product does. */
  async send(path: string, data: object = {}, method: 'POST' | 'PUT' = 'POST'): Promise<APIResponse> {
    const { csrfToken } = await this.app();
    return this.page.request.fetch(this.product + path, {
      method,
      headers: { 'X-CSRF-Token': csrfToken, Origin: new URL(this.product).origin },
      data,
    });
  }

  /** What the browser's own socket is told of a topic while `act` runs, until `last` is true. */
  async told(topic: string, act: () => Promise<unknown>, last: (frame: SyncFrame) => boolean): Promise<SyncFrame[]> {
    const open = `new Promise((resolve, reject) => {
      const socket = new WebSocket(location.origin.replace('http', 'ws') + '/v1/realtime', 'foundry.realtime.v1');
      window.frames_told = [];
      socket.onclose = () => reject(new Error('closed'));
      socket.onopen = () => socket.send(JSON.stringify({ op: 'subscribe', id: 1, topic: ${JSON.stringify(topic)} }));
      socket.onmessage = ({ data }) => {
        const frame = JSON.parse(data);
        if (frame.op === 'snapshot') resolve(null);
        if (frame.op === 'refused') reject(new Error(frame.code));
        if (frame.op === 'delta') window.frames_told.push(frame);
      };
    })`;
    await this.page.evaluate(open);
    await act();
    return eventually(async () => {
      const frames: unknown = await this.page.evaluate('window.frames_told');
      const told = z
        .array(z.unknown())
        .parse(frames)
        .flatMap((frame) => SyncFrame.safeParse(frame).data ?? []);
      if (!told.some(last)) throw new Error(`The last frame was ${JSON.stringify(told.at(-1))}`);
      return told;
    });
  }
}

/** The address at GitHub of the pull request that a task is about. */
export async function addressOf(person: Person, title: string, organizationId = '1001'): Promise<string> {
  const found = (await person.tasks(organizationId)).find((task) => task.title === title);
  if (!found?.pullRequest) throw new Error(`${title} is about no pull request.`);
  return `https://github.com/${found.repositoryName}/pull/${String(found.pullRequest.number)}`;
}

/** Goes from our start page to GitHub's sign-in page. */
export async function toGithub(page: Page, product: string): Promise<void> {
  await page.goto(product);
  // The page asks for the release once; left before the answer, that would be a failed load.
  await page.getByText(/^Version \d/).waitFor();
  await page.getByRole('link', { name: 'Continue with GitHub' }).click();
  await page.getByText('Demo GitHub on this machine').waitFor();
}

/** Goes there, says who they are, and comes back to their organization, or to the welcome page while there is none. */
export async function signIn(page: Page, product: string, login: string): Promise<Person> {
  await toGithub(page, product);
  await page.getByRole('button', { name: `@${login}` }).click();
  await page.waitForURL(({ origin, pathname }) => origin === product && /^\/(?:o\/|welcome)/.test(pathname));
  return new Person(page, product);
}
