import { Module } from '@nestjs/common';
import { MachineAccess } from './access/machine-access.js';
import { SandboxAccess } from './contracts/index.js';
import { MachineRows } from './machine/machine-rows.js';
import { QUERIES } from './queries/sandbox.queries.js';

/** What worker and API both have: queries, and the port to the machines. Needs `SecurityModule`. */
@Module({
  providers: [...QUERIES, MachineRows, MachineAccess, { provide: SandboxAccess, useExisting: MachineAccess }],
  exports: [MachineRows, MachineAccess, SandboxAccess],
})
export class SandboxAccessModule {}
