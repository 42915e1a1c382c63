import { CreatedTask } from '@foundry/organization/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { settled } from '../api/settled.js';
import { rememberRepository } from '../github-data/recent-repositories.js';
import { useApp, useLive } from '../live/live-context.js';
import { withTasks } from '../live/organization-topic.js';
import { agentsQuery } from '../sandbox/agents-query.js';
import { usualAgent } from '../session/usual-agent.js';
import { bodyOf, type NewTaskFields } from './new-task-fields.js';

interface NewTask {
  fields: NewTaskFields;
  /** The id of the draft, so that its end is known when the message arrives. */
  messageId: string;
}

/** Begins a task. Its row is in the list when this is done, whether the socket said it yet or not. */
export function useNewTask(organizationId: string, onCreated: (created: CreatedTask) => void) {
  const topic = useLive().organization(organizationId);
  const { preferences } = useApp();
  const { data: offer } = useQuery(agentsQuery(organizationId));
  return useMutation({
    mutationFn: ({ fields, messageId }: NewTask) => {
      const { repository } = fields;
      if (!repository) throw new Error('The form was checked before.');
      rememberRepository(organizationId, repository);
      // Of the usual ones it is one that can run here; the server, asked without a name, knows only of its own keys.
      const agent = fields.agent || (usualAgent(offer?.agents ?? [], preferences?.defaultAgent ?? null) ?? '');
      const body = bodyOf({ ...fields, agent }, repository.id, { taskId: newId(), sessionId: newId(), messageId });
      const params = { path: { organizationId } };
      return settled(api.POST('/v1/organizations/{organizationId}/tasks', { params, body }), CreatedTask);
    },
    // A new id would be another task; what did not arrive is begun again by the person.
    retry: false,
    onSuccess: (created) => {
      topic.merge((state) => withTasks(state, [created.task]));
      onCreated(created);
    },
  });
}
