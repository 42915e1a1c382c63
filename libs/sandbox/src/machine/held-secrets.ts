import { Injectable } from '@nestjs/common';
import { type MachineId, MachineSecrets } from '../contracts/index.js';
import { MachineEnvironment } from './machine-environment.js';
import { MachineRows } from './machine-rows.js';

/** Addresses are given to machines beside keys, and are no secrets. */
const isAddress = (value: string): boolean => /^https?:\/\/[^@]*$/.test(value);

/** What a machine was given, as it is given now. */
@Injectable()
export class HeldSecrets extends MachineSecrets {
  constructor(
    private readonly machines: MachineRows,
    private readonly environment: MachineEnvironment,
  ) {
    super();
  }

  async of({ sandboxId, generation }: MachineId): Promise<readonly string[]> {
    const machine = await this.machines.find(sandboxId, generation);
    if (!machine) return [];
    const values = Object.values(await this.environment.of(machine)).filter((value) => !isAddress(value));
    return machine.token ? [...values, machine.token.reveal()] : values;
  }
}
