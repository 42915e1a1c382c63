import type { Command } from 'commander';
import type { Operator } from './operator.js';
import { id } from './parsed.js';

interface AddOptions {
  id: string;
  login: string;
  name?: string;
}

/** `user add`: the row that sign-in writes otherwise. */
export function addUserCommands(program: Command, { work, say }: Operator): void {
  program
    .command('user')
    .description('people of this instance')
    .command('add')
    .description('add a person, or refresh their login and name')
    .requiredOption('--id <id>', 'numeric id of the person at GitHub', id)
    .requiredOption('--login <login>', 'login at GitHub')
    .option('--name <name>', 'name to show')
    .action((options: AddOptions) =>
      work(async ({ people }) => {
        const { id: userId, login, name = null } = options;
        const user = await people.record({ userId, login, name, avatarUrl: null });
        say(`user ${user.userId} (${user.login}) is known`);
      }),
    );
}
