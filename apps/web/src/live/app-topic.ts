import { DiscoveryView, InstallationStatus } from '@foundry/github-data/contracts';
import type { TopicChange } from '@foundry/messaging/contracts';
import { OrganizationEntry } from '@foundry/organization/contracts';
import { PreferencesView, UserView } from '@foundry/user/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';
import { OwnSnapshot, type OwnState, ownStateAfter, ownStateOf } from './own-state.js';

/** First steps, each done or not; an agent is null while nobody knows. */
const Onboarding = z.object({
  install: z.boolean(),
  sync: z.boolean(),
  agent: z.boolean().nullable(),
  firstTask: z.boolean(),
});

/** An entry of the own list. How it stands is only in a snapshot; an entry that came later does not know. */
const Organization = OrganizationEntry.extend({
  installation: InstallationStatus.optional(),
  onboarding: Onboarding.optional(),
});
export type AppOrganization = z.infer<typeof Organization>;

/** What only this person sees. `preferences` is null until the socket said them. */
export interface AppState extends OwnState {
  readonly user: UserView;
  readonly organizations: readonly AppOrganization[];
  readonly discovery: DiscoveryView;
  readonly preferences: PreferencesView | null;
}

const Snapshot = OwnSnapshot.extend({
  me: UserView,
  organizations: z.array(Organization),
  discovery: DiscoveryView.nullable(),
  preferences: PreferencesView,
});
const Removed = z.object({ id: z.string() });

export const NEVER_DISCOVERED: DiscoveryView = {
  state: 'never',
  startedAt: null,
  finishedAt: null,
  reason: null,
  version: 0,
};

function withOrganization(all: readonly AppOrganization[], entry: AppOrganization): AppOrganization[] {
  const known = all.find(({ id }) => id === entry.id);
  if (known && known.version > entry.version) return [...all];
  const others = all.filter(({ id }) => id !== entry.id);
  return [...others, { ...known, ...entry }].sort((a, b) => a.login.localeCompare(b.login));
}

export const APP_SHAPE: TopicShape<AppState> = {
  read(data) {
    const { me, organizations, discovery, preferences, ...own } = Snapshot.parse(data);
    return { user: me, organizations, discovery: discovery ?? NEVER_DISCOVERED, preferences, ...ownStateOf(own) };
  },
  apply(state, change: TopicChange) {
    const { type, data } = change;
    switch (type) {
      case 'organization':
        return { ...state, organizations: withOrganization(state.organizations, Organization.parse(data)) };
      case 'organizationRemoved': {
        const removed = Removed.parse(data);
        return { ...state, organizations: state.organizations.filter(({ id }) => id !== removed.id) };
      }
      case 'discovery':
        return { ...state, discovery: DiscoveryView.parse(data) };
      case 'preferences':
        return { ...state, preferences: PreferencesView.parse(data) };
      case 'user':
        return { ...state, user: UserView.parse(data) };
      default:
        return ownStateAfter(state, change) ?? state;
    }
  },
};
