import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { MembershipRole } from './names.js';
import { text, textOrNull } from './view-fields.js';

/** A member of the organization at GitHub, whether they ever signed in here or not. */
export const GithubMemberView = z
  .object({
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login: text('Login at GitHub.'),
    name: textOrNull('Name at GitHub, if it is known.'),
    avatarUrl: textOrNull('Address of the picture.'),
    role: MembershipRole.meta({ description: 'Role at GitHub.' }),
  })
  .meta({
    id: 'GithubMember',
    description: 'A member of the organization at GitHub.',
    examples: [{ userId: '583231', login: 'octocat', name: null, avatarUrl: null, role: 'member' }],
  });
export type GithubMemberView = z.infer<typeof GithubMemberView>;
