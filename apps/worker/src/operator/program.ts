import { Command } from 'commander';
import { addMigrateCommand } from './migrate-command.js';
import type { Operator } from './operator.js';
import { addOrganizationCommands } from './organization-commands.js';
import { addQuickstartCommand } from './quickstart-command.js';
import { addSetupCommands } from './setup-commands.js';
import { addTokenCommands } from './token-commands.js';
import { addUserCommands } from './user-commands.js';

/** The operator's command line. */
export function operatorProgram(operator: Operator): Command {
  const program = new Command('operator')
    .description('Works on a running Foundry: DATABASE_URL, or the embedded instance in DATA_DIR (.foundry).')
    .showHelpAfterError();
  addOrganizationCommands(program, operator);
  addUserCommands(program, operator);
  addTokenCommands(program, operator);
  addQuickstartCommand(program, operator);
  addMigrateCommand(program, operator);
  addSetupCommands(program, operator);
  return program;
}
