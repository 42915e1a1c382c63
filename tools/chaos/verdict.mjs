/** What the tables say about the commands that the API accepted. `kills`: database times at which a worker was killed. */
export async function verdictOf(client, ids, kills) {
  const count = async (text, values = [ids]) => Number((await client.query(text, values)).rows[0].n);
  const finished = await count('select count(*) as n from messaging.inbox where command_id = any($1)');
  const doubled = await count(
    `select count(*) as n from (
       select causation_id, name from messaging.outbox where causation_id = any($1)
       group by causation_id, name having count(*) > 1) d`,
  );
  const doubledEntries = await count(
    `select count(*) as n from (select command_id from audit_log.entries where command_id = any($1)
       group by command_id having count(*) > 1) d`,
  );
  const conflicts = await count(
    `select count(*) as n from messaging.inbox where command_id = any($1) and outcome <> 'handled'`,
  );
  const lateComers = await count(
    `select count(*) as n from (
       select o.seq, max(o.seq) over (partition by i.module, i.entity_id order by i.finished_at) as highest
       from messaging.inbox i join messaging.outbox o on o.id = i.command_id where o.id = any($1)) s where seq < highest`,
  );
  const overlaps = await count(
    `select count(*) as n from messaging.inbox a join messaging.inbox b
       on a.module = b.module and a.entity_id = b.entity_id and a.command_id < b.command_id
       and a.started_at < b.finished_at and b.started_at < a.finished_at where a.command_id = any($1)`,
  );
  return {
    accepted: new Set(ids).size,
    finished,
    lost: new Set(ids).size - finished,
    doubled: doubled + doubledEntries,
    outOfOrder: conflicts + lateComers + overlaps,
    open: await count(`select count(*) as n from messaging.outbox where kind = 'command' and settled_at is null`, []),
    letters: await count('select count(*) as n from messaging.dead_letter', []),
    recoveries: await recoveriesOf(client, ids, kills),
  };
}

/** The commands that took longest, with when what happened to them. */
export async function latest(client) {
  const { rows } = await client.query(
    `select o.module, o.partition, o.attempts, o.accepted_at, o.published_at, o.started_at, i.finished_at, o.worker_id
     from messaging.inbox i join messaging.outbox o on o.id = i.command_id
     order by i.finished_at - o.accepted_at desc limit 15`,
  );
  return rows;
}

/** For each kill: until the last of the commands that were open at that moment was finished, in milliseconds. */
async function recoveriesOf(client, ids, kills) {
  const { rows } = await client.query(
    `select k.at, coalesce(max(extract(epoch from i.finished_at - k.at)) * 1000, 0)::float8 as ms
     from unnest($2::timestamptz[]) as k(at)
     left join (messaging.outbox o join messaging.inbox i on i.command_id = o.id and o.id = any($1))
       on o.accepted_at <= k.at and i.finished_at > k.at
     group by k.at order by k.at`,
    [ids, kills],
  );
  return rows.map(({ ms }) => ms);
}

/** The value that all but this share stay below. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
