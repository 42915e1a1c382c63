import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from './button.js';
import { listenToToasts, takeToasts, type ToastContent } from './toast-store.js';

/** Short notices at the foot of the page: at most three, not gone while the pointer or the focus is on them. */
export function Toasts() {
  return (
    <Toast.Provider limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Notices"
          className="fixed bottom-4 left-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col-reverse gap-2 max-[599px]:bottom-16"
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts, add, close } = Toast.useToastManager<ToastContent>();
  useEffect(() => {
    const show = (): void => {
      for (const content of takeToasts()) {
        const { id, text, timeoutMs, isError } = content;
        add({ id, title: text, timeout: timeoutMs, priority: isError ? 'high' : 'low', data: content });
      }
    };
    show();
    return listenToToasts(show);
  }, [add]);
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="left"
      className="rounded-card border border-line bg-raised shadow-raised data-[limited]:hidden"
    >
      <Toast.Content className="flex items-center gap-2 p-3">
        <Toast.Title
          render={<p />}
          className={`min-w-0 flex-1 ${toast.data?.isError === true ? 'text-danger' : 'text-text'}`}
        />
        {toast.data?.action && (
          <Button
            onClick={() => {
              toast.data?.action?.run();
              close(toast.id);
            }}
          >
            {toast.data.action.label}
          </Button>
        )}
        <Toast.Close
          aria-label="Close"
          className="grid size-7 shrink-0 place-items-center rounded-button text-text-3 hover:bg-hover pointer-coarse:size-11"
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
