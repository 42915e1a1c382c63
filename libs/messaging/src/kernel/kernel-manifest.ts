import { CreateMessaging1790000000001 } from '../../migrations/create-messaging.js';
import type { ModuleManifest } from '../registry/manifest.js';

/** The kernel as a module: its tables, and the commands of its inspector. */
export const kernelManifest: ModuleManifest = {
  name: 'messaging',
  entities: [],
  migrations: [CreateMessaging1790000000001],
  commands: [],
  events: [],
  effects: [],
};
