import type { SqlRunner } from '@foundry/messaging';

const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

export interface SandboxThings {
  organizationId: string;
  repositoryId: string;
  taskId: string;
  sandboxId: string;
  processId: string;
  checkpointId: string;
}

/** A machine as rows alone, at a provider that is not here: ready, with a running process and a saved state. */
export async function fillSandbox(sql: SqlRunner, things: SandboxThings): Promise<void> {
  const { organizationId, repositoryId, taskId, sandboxId, processId, checkpointId } = things;
  await sql`insert into sandbox.sandboxes (sandbox_id, organization_id, task_id, repository_id, clone_url, branch,
      base_branch, branch_mode, provider, isolation, generation, state, state_since, idle_minutes, last_activity_at,
      on_expired, home_path, repo_path, repo_state, trusted, watch_id, credential_state, checkpoint_number, version,
      created_at)
    values (${sandboxId}, ${organizationId}, ${taskId}, ${repositoryId}, 'https://github.example/acme/web.git', 'topic',
      'main', 'any', 'docker', 'container', 1, 'ready', now(), 15, now(), 'recreate', '/home/sandbox',
      '/home/sandbox/repo', 'ready', true, gen_random_uuid(), 'none', 1, 1, now())`;
  await sql`insert into sandbox.processes (process_id, organization_id, sandbox_id, generation, remote_id, title, argv,
      shown_argv, cwd, tty, status, origin, created_at, version)
    values (${processId}, ${organizationId}, ${sandboxId}, 1, 'remote', 'npm test', '["npm", "test"]', '["npm", "test"]',
      '', false, 'running', 'user', now(), 1)`;
  await sql`insert into sandbox.checkpoints (checkpoint_id, sandbox_id, task_id, generation, number, reason, head_sha,
      tree_sha, commit_sha, unpushed_commits, dirty, stored, bytes, left_out, created_at)
    values (${checkpointId}, ${sandboxId}, ${taskId}, 1, 1, 'turn', ${SHA}, ${SHA}, ${SHA}, 0, false, 'machine_only', 0,
      '[]', now())`;
}
