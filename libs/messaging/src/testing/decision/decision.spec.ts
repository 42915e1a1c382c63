import { describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { command, event } from '../../contracts/index.js';
import { Handler } from '../../handling/handler.js';
import type { Tx } from '../../handling/tx.js';
import { Rejection } from '../../rejections/rejection.js';
import { decidedBy, NOON } from './decided-by.js';
import { like } from './like.js';

const payload = z.object({ lampId: z.string(), act: z.enum(['on', 'off', 'break', 'forget', 'ask', 'keep']) });
class Switch extends command({ name: 'lamp.switch', entity: 'lampId', payload, audit: { none: 'progress' } }) {}
class Switched extends event({
  name: 'lamp.switched',
  entity: 'lampId',
  payload: z.object({ lampId: z.string(), lit: z.boolean(), at: z.string() }),
}) {}

@Entity()
class Lamp {
  @PrimaryColumn('text') lampId = 'a';
  @Column('boolean') private lit = false;
  @Column('jsonb') private history: { at: Date }[] = [];

  switch(lit: boolean, at: Date): boolean {
    if (this.lit === lit) return false;
    this.lit = lit;
    this.history.push({ at });
    return true;
  }

  count(): number {
    return this.history.length;
  }
}

class SwitchHandler extends Handler<Switch> {
  async handle({ payload: { lampId, act } }: Switch, tx: Tx): Promise<null> {
    const lamp = await tx.load(Lamp, { lampId });
    if (act === 'ask') await tx.sql`select 1`;
    const changed = lamp.switch(act !== 'off', tx.now);
    if (act === 'break') throw new Rejection('lamp.broken', 'conflict', 'It broke.');
    if (!changed || act === 'forget') return null;
    await tx.save(lamp);
    tx.emit(new Switched({ lampId, lit: act === 'on', at: tx.now.toISOString() }));
    return null;
  }
}

const given = decidedBy(new SwitchHandler());
const act = (what: Switch['payload']['act']) => new Switch({ lampId: 'a', act: what });

describe('the kit for decisions', () => {
  it('compares events in full or in part', async () => {
    await given(new Lamp())
      .when(act('on'))
      .then([new Switched({ lampId: 'a', lit: true, at: NOON.toISOString() })]);
    await given(new Lamp())
      .when(act('on'))
      .then([like(Switched, { lit: true })]);
  });

  it('fails on another event, one too few and one too many', async () => {
    const failing = [[], [like(Switched, { lit: false })], [like(Switched), like(Switched)]];
    for (const expected of failing) {
      await expect(given(new Lamp()).when(act('on')).then(expected)).rejects.toThrow('Other events');
    }
  });

  it('leaves what was given unchanged, whatever the handler does with it', async () => {
    const lamp = new Lamp();
    await given(lamp).when(act('break')).thenRejected('lamp.broken');
    await given(lamp)
      .when(act('on'))
      .then([like(Switched)]);
    expect(lamp.count()).toBe(0);
  });

  it('fails when another code, or nothing, was the refusal', async () => {
    await expect(given(new Lamp()).when(act('break')).thenRejected('lamp.other')).rejects.toThrow('lamp.broken');
    await expect(given(new Lamp()).when(act('on')).thenRejected('lamp.broken')).rejects.toThrow('not rejected');
  });

  it('loses what is not saved, as the database does', async () => {
    const { rows } = await given(new Lamp()).when(act('forget')).thenNothing();
    expect(rows).toEqual([new Lamp()]);
  });

  it('fails when nothing was expected and a row changed', async () => {
    await given(new Lamp()).when(act('off')).thenNothing();
    await expect(given(new Lamp()).when(act('on')).thenNothing()).rejects.toThrow('Other events');
  });

  it('rejects a row that is not there', () => given().when(act('on')).thenRejected('resource.not_found'));

  it('answers statements only when told how', async () => {
    await expect(given(new Lamp()).when(act('ask')).then([])).rejects.toThrow('select 1');
    await given(new Lamp())
      .answering([{ one: 1 }])
      .when(act('ask'))
      .then([like(Switched)]);
  });

  it('tells whoever awaits a decision that nothing was compared', async () => {
    await expect(Promise.resolve(given(new Lamp()).when(act('on')))).rejects.toThrow('Nothing was expected');
  });
});
