import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { AccountKind, InstallationStatus, SyncStatus } from './names.js';
import { exampleRun, SyncRunView } from './run-views.js';
import { AT, atOrNull, organizationId, text, textOrNull, version } from './view-fields.js';

/** Installation and sync of one organization: also the frame `github` of its topic. */
export const GithubStatusView = z
  .object({
    organizationId,
    kind: AccountKind.meta({ description: 'An organization of GitHub, or the account of a person.' }),
    login: text('Login at GitHub.'),
    installation: InstallationStatus.meta({ description: 'Whether the App can work there.' }),
    installationId: Id64.nullable().meta({ description: 'Id of the installation; null when there is none.' }),
    missingPermissions: z.array(z.string()).meta({ description: 'Permissions that an owner still has to grant.' }),
    sync: SyncStatus.meta({ description: 'How fresh the copy is.' }),
    errorCode: textOrNull('Why the last sync failed.'),
    errorText: textOrNull('The same for people, with the way out.'),
    lastSyncedAt: atOrNull('When everything was last read.'),
    lastDeliveryAt: atOrNull('When GitHub last told something by webhook.'),
    lastDeliveryEvent: textOrNull('What that was.'),
    run: SyncRunView.nullable().meta({ description: 'The run that is going on.' }),
    version,
  })
  .meta({
    id: 'GithubStatus',
    description: 'Installation and sync of one organization.',
    examples: [
      {
        organizationId: '9919',
        kind: 'company',
        login: 'acme',
        installation: 'connected',
        installationId: '52',
        missingPermissions: [],
        sync: 'syncing',
        errorCode: null,
        errorText: null,
        lastSyncedAt: null,
        lastDeliveryAt: AT,
        lastDeliveryEvent: 'installation',
        run: exampleRun,
        version: 3,
      },
    ],
  });
export type GithubStatusView = z.infer<typeof GithubStatusView>;

/** The part of `GET /v1/app` that this module knows of one organization. */
export const InstallationSummary = z.object({
  organizationId: Id64,
  installation: InstallationStatus,
  sync: SyncStatus,
  /** At least one sync finished. */
  wasSynced: z.boolean(),
  version: z.int(),
});
export type InstallationSummary = z.infer<typeof InstallationSummary>;
