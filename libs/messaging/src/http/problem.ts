import { z } from 'zod';

/** More faults than this are not listed. */
export const MAX_FIELD_ERRORS = 20;

export const FieldError = z
  .strictObject({
    pointer: z.string().meta({
      description: 'JSON pointer into the body, or `query:limit`, `header:If-Match`.',
      examples: ['/displayName'],
    }),
    code: z.string().meta({ description: 'What is wrong, for programs.', examples: ['too_big'] }),
    detail: z.string().meta({ description: 'What is wrong, for people.', examples: ['at most 80 characters'] }),
  })
  .meta({
    id: 'FieldError',
    description: 'One field that is not valid.',
    examples: [{ pointer: '/displayName', code: 'too_big', detail: 'at most 80 characters' }],
  });
export type FieldError = z.infer<typeof FieldError>;

/** Every error answer (RFC 9457). Clients decide by `code` only. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Address of the page about this code.' }),
    title: z.string().meta({ description: 'Fixed sentence for the code.' }),
    status: z.int().min(100).max(599).meta({ description: 'HTTP status.' }),
    detail: z.string().meta({ description: 'This case, for people; safe to show.' }),
    code: z.string().meta({ description: 'Stable code; treat an unknown one by its status.' }),
    requestId: z.string().meta({ description: 'For support and logs.' }),
    commandId: z.uuid().optional().meta({ description: 'The command, when one was accepted.' }),
    errors: z.array(FieldError).max(MAX_FIELD_ERRORS).optional().meta({ description: 'Each field that is not valid.' }),
    retryAfterMs: z.int().min(0).optional().meta({ description: 'When to try again, in milliseconds.' }),
    current: z.unknown().optional().meta({ description: 'The present state, with 412.' }),
    blockedBy: z.array(z.string()).optional().meta({ description: 'What stands in the way, as sentences.' }),
    action: z
      .strictObject({
        kind: z.enum(['sign_in', 'link_github', 'ask_admin', 'retry', 'restore', 'update_branch', 'free_space']),
        href: z.string(),
      })
      .optional()
      .meta({ description: 'What the person can do about it, with a link.' }),
    signIn: z
      .strictObject({
        available: z.boolean().meta({ description: 'People can sign in with GitHub.' }),
        setupRequired: z.boolean().meta({ description: 'No GitHub App is set up yet; `/setup` does it.' }),
      })
      .optional()
      .meta({ description: 'Whether and how to sign in, with the 401 of `GET /v1/app`.' }),
  })
  .meta({
    id: 'Problem',
    description: 'An error, as RFC 9457 says. Clients decide by `code` and treat an unknown one by its status.',
    examples: [
      {
        type: '/docs/errors/resource.not_found',
        title: 'There is no such thing, or you may not see it',
        status: 404,
        detail: 'This resource does not exist, or you may not see it.',
        code: 'resource.not_found',
        requestId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
      },
    ],
  });
export type Problem = z.infer<typeof Problem>;

/** Members of a problem that a refusal may add. */
export const ProblemMembers = Problem.pick({
  commandId: true,
  errors: true,
  retryAfterMs: true,
  current: true,
  blockedBy: true,
  action: true,
  signIn: true,
}).partial();
export type ProblemMembers = z.infer<typeof ProblemMembers>;
