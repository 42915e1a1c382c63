import { z } from 'zod';
import { FAILPOINTS, type Failpoint, Failpoints } from '../../failpoints/failpoints.js';

/** `die`: SIGKILL, at once. `hang`: until released. `fail`: throws. */
export const Arming = z.object({
  point: z.enum(FAILPOINTS),
  act: z.enum(['die', 'hang', 'fail']),
  times: z.enum(['once', 'always']).default('once'),
});
export type Arming = z.input<typeof Arming>;

/** Failpoints that a test arms, from the start (`FAILPOINTS` as a JSON list of armings) or at any moment after. */
export class ArmedFailpoints extends Failpoints {
  private readonly armed = new Map<Failpoint, z.output<typeof Arming>>();
  private readonly passed = new Map<Failpoint, number>();
  private held: (() => void)[] = [];

  static fromEnvironment(text: string | undefined): ArmedFailpoints {
    const points = new ArmedFailpoints();
    for (const arming of Arming.array().parse(JSON.parse(text ?? '[]'))) points.arm(arming);
    return points;
  }

  arm(arming: Arming): void {
    this.armed.set(arming.point, Arming.parse(arming));
  }

  /** Disarms everything, and lets go on what hangs. */
  release(): void {
    this.armed.clear();
    for (const goOn of this.held.splice(0)) goOn();
  }

  /** How often the kernel came by. */
  timesAt(point: Failpoint): number {
    return this.passed.get(point) ?? 0;
  }

  get hanging(): number {
    return this.held.length;
  }

  override async pass(point: Failpoint): Promise<void> {
    this.passed.set(point, this.timesAt(point) + 1);
    const arming = this.armed.get(point);
    if (!arming) return;
    if (arming.times === 'once') this.armed.delete(point);
    switch (arming.act) {
      case 'die':
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => undefined);
      case 'fail':
        throw new Error(`Failed on purpose at ${point}.`);
      case 'hang':
        return new Promise((resolve) => this.held.push(resolve));
    }
  }
}
