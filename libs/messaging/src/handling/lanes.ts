import type { Work } from './work.js';

interface Lane {
  waiting: Work[];
  /** Its first command runs, or rests before another try. */
  busy: boolean;
}

/** One lane for each entity in hand: lanes run side by side, a lane runs one command at a time, in order. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private ready: string[] = [];

  /** Commands in hand, those that run included. */
  get size(): number {
    let size = 0;
    for (const { waiting } of this.lanes.values()) size += waiting.length;
    return size;
  }

  get hasReady(): boolean {
    return this.ready.length > 0;
  }

  /** Lanes whose head may run. */
  get readyCount(): number {
    return this.ready.length;
  }

  add(work: Work): void {
    const lane = this.lanes.get(work.lane);
    if (lane) {
      // A redelivery of what is in hand replaces the delivery whose answer went nowhere.
      const same = lane.waiting.find(({ envelope }) => envelope.id === work.envelope.id);
      if (same) same.delivery = work.delivery;
      else lane.waiting.push(work);
      return;
    }
    this.lanes.set(work.lane, { waiting: [work], busy: false });
    this.ready.push(work.lane);
  }

  /** The heads of up to `most` lanes, each lane busy from now on. A command that wants to be alone is alone. */
  take(most: number): Work[] {
    const taken: Work[] = [];
    while (taken.length < most) {
      const name = this.ready[0];
      const lane = name === undefined ? undefined : this.lanes.get(name);
      const head = lane?.waiting[0];
      if (!lane || !head) break;
      if (head.alone && taken.length > 0) break;
      this.ready.shift();
      lane.busy = true;
      taken.push(head);
      if (head.alone) break;
    }
    return taken;
  }

  /** The command is out of hand; the next of its lane may run. */
  done(work: Work): void {
    const lane = this.lanes.get(work.lane);
    if (!lane) return;
    lane.waiting.shift();
    this.open(work.lane, lane);
  }

  /** The same command runs again. */
  again(work: Work): void {
    const lane = this.lanes.get(work.lane);
    if (lane) this.open(work.lane, lane);
  }

  /** An elder of the same entity goes first. */
  before(work: Work, elder: Work): void {
    const lane = this.lanes.get(work.lane);
    if (!lane) return;
    const waiting = lane.waiting.findIndex(({ envelope }) => envelope.id === elder.envelope.id);
    const known = waiting === -1 ? elder : lane.waiting.splice(waiting, 1)[0];
    lane.waiting.unshift(known ?? elder);
    this.open(work.lane, lane);
  }

  /** Empties a lane whose first command nobody here can handle. */
  drop(work: Work): Work[] {
    const lane = this.lanes.get(work.lane);
    this.lanes.delete(work.lane);
    return lane?.waiting ?? [];
  }

  private open(name: string, lane: Lane): void {
    lane.busy = false;
    if (lane.waiting.length === 0) this.lanes.delete(name);
    else this.ready.push(name);
  }
}
