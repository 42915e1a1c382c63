import type { TopicChange } from '@foundry/messaging/contracts';
import type { TopicModel } from '@foundry/messaging/realtime-client';
import { z } from 'zod';

const Counter = z.object({ total: z.int() });

/** What a screen of one counter holds. */
export class CounterModel implements TopicModel {
  total = 0;

  replace(data: unknown): void {
    this.total = data === null ? 0 : Counter.parse(data).total;
  }

  apply({ data }: TopicChange): void {
    this.total = Counter.parse(data).total;
  }
}
