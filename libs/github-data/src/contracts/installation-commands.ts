import { command, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { code, keyed, organizationId, organizationOf } from './command-fields.js';
import { InstallationFacts } from './names.js';

/** What GitHub says about the installation of an account at `observedAt`. Older than known: ignored. */
export class RecordInstallation extends command({
  name: 'github-data.recordInstallation',
  ...keyed,
  payload: z.object({ organizationId, installation: InstallationFacts, observedAt: Timestamp }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** What the App read about an installation; null without an error: GitHub does not know it any more. */
export class RecordInstallationRead extends command({
  name: 'github-data.recordInstallationRead',
  ...keyed,
  payload: z.object({
    organizationId,
    installationId: Id64,
    installation: InstallationFacts.nullable(),
    error: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** A person came back from GitHub with an installation; GitHub is asked whether it is theirs. */
export class ClaimInstallation extends command({
  name: 'github-data.claimInstallation',
  entity: 'userId',
  payload: z.object({ userId: Id64, installationId: Id64, nonceHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  audit: {
    kind: 'github.claim_refused',
    entry: ({ installationId }) => ({ subject: { type: 'installation', id: installationId } }),
    each: true,
  },
}) {}

/** What GitHub answered to a claim. `reason` null: it is theirs. */
export class RecordClaim extends command({
  name: 'github-data.recordClaim',
  entity: 'userId',
  payload: z.object({
    userId: Id64,
    nonceHash: z.string(),
    installation: InstallationFacts.nullable(),
    reason: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: {
    kind: 'github.claim_refused',
    entry: ({ userId }) => ({ subject: { type: 'user', id: userId } }),
    each: true,
  },
}) {}
