/** Makes organizations with one owner and one token each, with the operator's own command line, in this process. */
export async function makePeople(count, databaseUrl) {
  const { atDesk } = await import('../../apps/worker/dist/operator/desk.js');
  const { operatorProgram } = await import('../../apps/worker/dist/operator/program.js');
  const people = [];
  await atDesk(databaseUrl, async (desk) => {
    for (let index = 0; index < count; index += 1) {
      const lines = [];
      const organizationId = String(2_000_001 + index);
      const program = operatorProgram({
        work: (job) => job(desk),
        address: () => Promise.resolve('http://localhost'),
        say: (line) => lines.push(line),
      });
      const ids = ['--user', String(1_000_001 + index), '--organization', organizationId];
      await program.parseAsync(['quickstart', '--login', `chaos-${index}`, ...ids], { from: 'user' });
      const token = lines.map((line) => line.trim()).find((line) => line.startsWith('fdy_'));
      people.push({ organizationId, token });
    }
  });
  return people;
}
