import { z } from 'zod';
import { type MemberRole, MemberView } from '../contracts/index.js';

/** A row of `organization.members` with its present role, as lists show it. */
export const MemberRow = z
  .object({ ...MemberView.shape, joinedAt: z.date().transform((at) => at.toISOString()) })
  .pipe(MemberView);

/** Where a page of members ends: they are in order of role, then login. */
export const MemberPosition = z.tuple([z.int(), z.string(), z.string()]);
export type MemberPosition = z.infer<typeof MemberPosition>;

const ORDER: Record<MemberRole, number> = { owner: 0, admin: 1, member: 2, viewer: 3 };

export const positionOf = ({ role, login, userId }: MemberView): MemberPosition => [
  ORDER[role],
  login.toLowerCase(),
  userId,
];
