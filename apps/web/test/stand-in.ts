import type { RunningProduct } from './product.js';
import { z } from 'zod';

const Truth = z.array(
  z.object({
    fullName: z.string(),
    open: z.array(z.object({ number: z.int(), title: z.string(), headSha: z.string() })),
  }),
);

/** The GitHub that the product brings along, as somebody who sits at it. */
export class StandIn {
  constructor(readonly url: string) {}

  /** What one of its people does on the web site, `pull.merge` for example. Throws with the reason when it is refused. */
  async act(act: string, fields: Record<string, unknown>): Promise<void> {
    await this.control('POST', '/acts', { act, by: 'mira-okafor', ...fields });
  }

  /** Switches a fault on, see the README of `@foundry/demo`. */
  async fault(fault: Record<string, unknown>): Promise<void> {
    await this.control('POST', '/faults', fault);
  }

  async heal(): Promise<void> {
    await this.control('DELETE', '/faults');
  }

  /** The open pull requests of a repository, or of all. */
  async open(repository?: string): Promise<{ repository: string; number: number; title: string }[]> {
    return Truth.parse(await this.control('GET', '/truth'))
      .filter(({ fullName }) => repository === undefined || fullName === repository)
      .flatMap(({ fullName, open }) => open.map(({ number, title }) => ({ repository: fullName, number, title })));
  }

  private async control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** Throws when the product runs with another GitHub. */
export function standInOf({ welcome }: RunningProduct): StandIn {
  const address = /Its GitHub\s+(\S+)\/harbour-goods/.exec(welcome)?.[1];
  if (address === undefined) throw new Error(`The product brought no GitHub along:\n${welcome}`);
  return new StandIn(address);
}
