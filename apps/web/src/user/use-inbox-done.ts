import { InboxCount } from '@foundry/user/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { showToast } from '../ui/toast-store.js';

interface Change {
  items: readonly string[];
  done: boolean;
}

/** As many as one request takes. */
const MOST = 200;

/** Says that items are done, or opens them again. The list follows over the socket; what was done can be undone. */
export function useInboxDone() {
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: async ({ items, done }: Change) => {
      for (let from = 0; from < items.length; from += MOST) {
        const body = { items: items.slice(from, from + MOST), done };
        await settled(api.POST('/v1/me/inbox/done', { body }), InboxCount);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', 'done'] }),
    onError: (error) => {
      showToast(`The inbox stays as it was. ${error.message}`, { isError: true });
    },
  });
  const { mutate } = set;
  const finish = (items: readonly string[]): void => {
    mutate(
      { items, done: true },
      {
        onSuccess: () => {
          const text = items.length === 1 ? 'Done' : `${items.length} done`;
          showToast(text, {
            action: {
              label: 'Undo',
              run: () => {
                mutate({ items, done: false });
              },
            },
          });
        },
      },
    );
  };
  const open = (items: readonly string[]): void => {
    mutate({ items, done: false });
  };
  return { finish, open, isPending: set.isPending };
}
