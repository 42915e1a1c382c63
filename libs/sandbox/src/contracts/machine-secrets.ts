import type { MachineId } from './access.js';

/** Port to the secrets that a machine holds, so that what its agents say can be shown without them. */
export abstract class MachineSecrets {
  /** Values that Foundry gave to the machine: keys and variables, and its own token. None for a machine that is gone. */
  abstract of(machine: MachineId): Promise<readonly string[]>;
}
