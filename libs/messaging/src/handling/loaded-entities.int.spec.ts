import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { type Envelope } from '../contracts/index.js';
import { OwnDatabase } from '../testing/rows/own-database.js';
import { CommandTx } from './command-tx.js';

@Entity({ schema: 'house', name: 'lamps' })
class Lamp {
  @PrimaryColumn('text') room!: string;
  @PrimaryColumn('int') place!: number;
  @Column('text', { nullable: true, name: 'paint' }) colour!: string | null;
  @Column('text', { array: true }) tags!: string[];
  @Column('jsonb') shade!: { size: number };
  @Column('bytea') mark!: Buffer;
  @Column('boolean') lit!: boolean;
  @Column('timestamptz') at!: Date;
}

const ROW = { room: 'kitchen', place: 1 };

describe('An entity that a command loads and saves', () => {
  let own: OwnDatabase;
  let pool: pg.Pool;
  let dataSource: DataSource;
  let client: pg.PoolClient;

  beforeAll(async () => {
    own = await OwnDatabase.create();
    pool = new pg.Pool({ connectionString: own.url, max: 1 });
    await pool.query(`create schema house; create table house.lamps (room text, place int, paint text, tags text[],
      shade jsonb, mark bytea, lit boolean, at timestamptz, primary key (room, place))`);
    dataSource = await new DataSource({ type: 'postgres', url: own.url, entities: [Lamp], poolSize: 1 }).initialize();
  });
  beforeEach(async () => {
    await pool.query(`truncate house.lamps`);
    await pool.query(`insert into house.lamps select 'kitchen', n, 'red', '{a,b}', '{"size": 1}', '\\x01', true,
      '2030-01-01T12:00:00Z' from generate_series(1, 2) n`);
    client = await pool.connect();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await pool.end();
    await own.drop();
  });

  const tx = () => new CommandTx(ENVELOPE, new Date(), client, dataSource, () => 0);
  const stored = async () => {
    client.release();
    const { rows } = await pool.query<Record<string, unknown>>(
      'select place, paint, tags, shade, mark, lit, at, xmin::text as version from house.lamps order by place',
    );
    return rows;
  };

  it('is kept with everything that changed, also inside of lists and of JSON, and nothing beside it', async () => {
    const command = tx();
    const lamp = await command.load(Lamp, ROW);
    lamp.colour = null;
    lamp.tags.push('c');
    lamp.shade.size = 2;
    lamp.mark = Buffer.from([2]);
    lamp.lit = false;
    lamp.at = new Date('2031-01-01T12:00:00Z');
    await command.save(lamp);
    const [changed, other] = await stored();
    expect(changed).toMatchObject({ paint: null, tags: ['a', 'b', 'c'], shade: { size: 2 }, lit: false, at: lamp.at });
    expect(changed?.['mark']).toEqual(Buffer.from([2]));
    expect(other).toMatchObject({ paint: 'red', tags: ['a', 'b'], shade: { size: 1 }, lit: true });
  });

  it('is kept each time that it is saved', async () => {
    const command = tx();
    const lamp = await command.load(Lamp, ROW);
    lamp.colour = 'blue';
    await command.save(lamp);
    lamp.colour = 'red';
    await command.save(lamp);
    expect((await stored())[0]).toMatchObject({ paint: 'red' });
  });

  it('is not written when nothing changed', async () => {
    const { rows } = await client.query<{ version: string }>('select xmin::text as version from house.lamps');
    const command = tx();
    await command.save(await command.load(Lamp, ROW));
    expect((await stored())[0]).toMatchObject({ version: rows[0]?.version });
  });

  it('is not read a second time to find out what changed', async () => {
    const command = tx();
    const lamp = await command.load(Lamp, ROW);
    // What the mapper read now, it would take for a change of ours and write back.
    await client.query(`update house.lamps set tags = '{z}'`);
    lamp.colour = 'blue';
    await command.save(lamp);
    expect((await stored())[0]).toMatchObject({ paint: 'blue', tags: ['z'] });
  });

  it('may be new, and may come back after it was removed', async () => {
    const command = tx();
    const lamp = await command.load(Lamp, ROW);
    const copy = Object.assign(new Lamp(), lamp, { place: 3 });
    await command.save(copy);
    copy.colour = 'green';
    await command.save(copy);
    await command.remove(lamp);
    await command.save(Object.assign(new Lamp(), lamp, { ...ROW, colour: 'white' }));
    const rows = await stored();
    expect(rows.map(({ place, paint }) => [place, paint])).toEqual([
      [1, 'white'],
      [2, 'red'],
      [3, 'green'],
    ]);
  });
});

const ENVELOPE: Envelope = {
  id: randomUUID(),
  kind: 'command',
  name: 'house.paint',
  v: 1,
  entityId: 'kitchen',
  organizationId: null,
  payload: {},
  actor: { kind: 'system', module: 'house' },
  correlationId: randomUUID(),
  causationId: null,
  hop: 0,
  seq: '1',
  deadline: null,
  replyTo: null,
  traceparent: null,
  acceptedAt: '2030-01-01T12:00:00.000Z',
};
