import { GithubAppModule } from '@foundry/github-data';
import type { Command } from 'commander';
import { OperatorError } from './desk.js';
import type { Operator } from './operator.js';

/** `setup-link` and `doctor`: what stands between an installation and its GitHub. */
export function addSetupCommands(program: Command, { work, address, demonstration, examine, say }: Operator): void {
  program
    .command('setup-link')
    .description('print an address, good for an hour, where the GitHub App is made in a browser')
    .action(() =>
      work(async ({ database }) => {
        const place = await demonstration();
        if (place !== null) {
          throw new OperatorError(
            `This instance runs with the demonstration GitHub (${place}). For the real one start it with ` +
              'GITHUB_STAND_IN=off and a new DATA_DIR; see docs/github-setup.md.',
          );
        }
        const { app } = await GithubAppModule.knownIn(database);
        if (app || GithubAppModule.isNamed(process.env)) {
          throw new OperatorError('There is a GitHub App already; npm run doctor says how it is.');
        }
        say(await GithubAppModule.setupLink(database, await address()));
      }),
    );

  program
    .command('doctor')
    .description('look at configuration, database, broker and GitHub App, and say what is wrong and what to do')
    .action(async () => {
      if (!(await examine())) process.exitCode = 1;
    });
}
