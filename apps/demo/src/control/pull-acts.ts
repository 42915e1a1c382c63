import { z } from 'zod';
import { reportCheck, reportStatus } from '../checks/checking.js';
import { contentAt, resolve } from '../git/read.js';
import { notFound } from '../http/refused.js';
import {
  closePull,
  editPull,
  openPull,
  reopenPull,
  setAssignee,
  setDraft,
  setLabel,
  setLocked,
  setReviewer,
} from '../pulls/changing.js';
import { mergePull } from '../pulls/merging.js';
import { protectBranch } from '../pulls/protecting.js';
import { pullFull } from '../pulls/pull.view.js';
import { comment, dismissReview, review } from '../pulls/talking.js';
import { changeRef } from '../repositories/branching.js';
import { writeFile } from '../repositories/contents.routes.js';
import { Conclusion } from '../state/records.js';
import { type Act, act, Login, OnPull, OnRepository, person, pullOf, repositoryOf } from './act.js';

const on = z.object({ on: z.boolean().default(true) });

/** What people and machines do with pull requests and branches. */
export const pullActs: Record<string, Act> = {
  'pull.open': act(
    OnRepository.extend({
      title: z.string(),
      head: z.string(),
      headRepository: z.string().optional(),
      base: z.string().optional(),
      body: z.string().nullable().default(null),
      draft: z.boolean().default(false),
    }),
    async (github, body) => {
      const repository = repositoryOf(github, body);
      const from =
        body.headRepository === undefined ? repository : repositoryOf(github, { repository: body.headRepository });
      const fields = {
        title: body.title,
        body: body.body,
        draft: body.draft,
        head: { repository: from, branch: body.head },
        base: body.base ?? repository.defaultBranch,
      };
      return pullFull(github.world, await openPull(github, repository, fields, person(github, body.by).id));
    },
  ),
  'pull.edit': act(
    OnPull.extend({ title: z.string().optional(), body: z.string().optional(), base: z.string().optional() }),
    async (github, { title, body, base, ...rest }) => {
      const sha = base === undefined ? null : await resolve(await github.git.of(repositoryOf(github, rest)), base);
      if (base !== undefined && sha === null) throw notFound();
      const target = base !== undefined && sha !== null ? { branch: base, sha } : undefined;
      editPull(github, pullOf(github, rest), { title, body, base: target }, person(github, rest.by).id);
    },
  ),
  'pull.close': act(OnPull, (github, body) => closePull(github, pullOf(github, body), person(github, body.by).id)),
  'pull.reopen': act(OnPull, (github, body) => reopenPull(github, pullOf(github, body), person(github, body.by).id)),
  'pull.merge': act(OnPull.extend({ method: z.enum(['merge', 'squash', 'rebase']).default('merge') }), (github, body) =>
    mergePull(github, pullOf(github, body), { method: body.method }, person(github, body.by).id),
  ),
  'pull.draft': act(OnPull.extend(on.shape), (github, body) =>
    setDraft(github, pullOf(github, body), body.on, person(github, body.by).id),
  ),
  'pull.lock': act(OnPull.extend(on.shape), (github, body) =>
    setLocked(github, pullOf(github, body), body.on, person(github, body.by).id),
  ),
  'pull.label': act(OnPull.extend({ ...on.shape, label: z.string() }), (github, body) =>
    setLabel(github, pullOf(github, body), body.label, body.on, person(github, body.by).id),
  ),
  'pull.requestReview': act(OnPull.extend({ ...on.shape, reviewer: Login }), (github, body) =>
    setReviewer(github, pullOf(github, body), person(github, body.reviewer).id, body.on, person(github, body.by).id),
  ),
  'pull.assign': act(OnPull.extend({ ...on.shape, assignee: Login }), (github, body) =>
    setAssignee(github, pullOf(github, body), person(github, body.assignee).id, body.on, person(github, body.by).id),
  ),
  'pull.review': act(
    OnPull.extend({ state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED']), body: z.string().default('') }),
    (github, body) => review(github, pullOf(github, body), body, person(github, body.by).id),
  ),
  'pull.dismissReview': act(OnPull.extend({ review: z.number().int() }), (github, body) => {
    const row = github.world.reviews.find(({ id }) => id === body.review);
    if (!row) throw notFound();
    dismissReview(github, pullOf(github, body), row, person(github, body.by).id);
  }),
  'pull.comment': act(
    OnPull.extend({ body: z.string(), line: z.object({ path: z.string(), line: z.number().int() }).optional() }),
    (github, body) => comment(github, pullOf(github, body), body, person(github, body.by).id),
  ),
  'pull.check': act(
    OnPull.extend({ name: z.string().default('build'), conclusion: Conclusion.nullable() }),
    (github, body) => reportCheck(github, pullOf(github, body), body, person(github, body.by).id),
  ),
  'pull.status': act(
    OnPull.extend({
      context: z.string().default('ci/build'),
      state: z.enum(['error', 'failure', 'pending', 'success']),
      description: z.string().nullable().default(null),
    }),
    (github, body) => reportStatus(github, pullOf(github, body), body, person(github, body.by).id),
  ),
  'branch.create': act(
    OnRepository.extend({ branch: z.string(), from: z.string().optional() }),
    async (github, body) => {
      const repository = repositoryOf(github, body);
      const sha = await resolve(await github.git.of(repository), body.from ?? repository.defaultBranch);
      await changeRef(github, repository, `refs/heads/${body.branch}`, sha, 'create', person(github, body.by).id);
    },
  ),
  'branch.delete': act(OnRepository.extend({ branch: z.string() }), (github, body) =>
    changeRef(
      github,
      repositoryOf(github, body),
      `refs/heads/${body.branch}`,
      null,
      'force',
      person(github, body.by).id,
    ),
  ),
  'branch.protect': act(
    OnRepository.extend({ branch: z.string(), approvals: z.number().int().min(0) }),
    (github, { branch, approvals, ...body }) => protectBranch(github, repositoryOf(github, body), branch, approvals),
  ),
  /** Commits one file to a branch, as if it was pushed. */
  'branch.commit': act(
    OnRepository.extend({ branch: z.string(), path: z.string(), text: z.string(), message: z.string() }),
    async (github, body) => {
      const repository = repositoryOf(github, body);
      const folder = await github.git.of(repository);
      const sha = await resolve(folder, body.branch);
      const present = sha === null ? null : await contentAt(folder, sha, body.path);
      const content = Buffer.from(body.text).toString('base64');
      const known = present?.kind === 'file' ? { sha: present.sha } : {};
      const written = { message: body.message, branch: body.branch, content, ...known };
      await writeFile(github, repository, body.path, written, person(github, body.by).id);
    },
  ),
};
