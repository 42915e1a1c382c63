import { useQuery } from '@tanstack/react-query';
import { ChevronRight, File, Folder } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod/mini';
import { answered, isRefusal } from '../api/api-error.js';
import { api } from '../api/client.js';
import type { RealTask } from '../live/task-topic.js';
import { CodeBlock, Markdown } from '../session/markdown.js';
import { revealed } from '../ui/revealed.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { Skeleton } from '../ui/skeleton.js';

const Entry = z.object({ path: z.string(), name: z.string(), kind: z.string(), size: z.nullable(z.number()) });
type Entry = z.infer<typeof Entry>;
const Entries = z.object({ files: z.array(Entry) });
const Found = z.object({ paths: z.array(z.string()) });
const Content = z.object({
  path: z.string(),
  size: z.number(),
  binary: z.boolean(),
  tooLarge: z.boolean(),
  text: z.nullable(z.string()),
});

const isAsleep = (error: unknown): boolean => isRefusal(error, 'sandbox.not_running');

/** The repository as it was saved last, folder by folder. It needs the machine, and wakes none. */
export function FilesPanel({ real: { task, changes } }: { real: RealTask; mayAct: boolean }) {
  const [file, setFile] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const version = changes?.version ?? 0;
  if (file !== null) {
    return <FileContent taskId={task.taskId} path={file} version={version} onClose={() => setFile(null)} />;
  }
  return (
    <div className="grid content-start gap-2 p-3">
      <input
        type="search"
        aria-label="Find a file"
        placeholder="Find a file"
        className={`${CONTROL} placeholder:text-text-3`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {words.trim() === '' ? (
        <FolderEntries taskId={task.taskId} dir="" version={version} onOpen={setFile} />
      ) : (
        <FoundFiles taskId={task.taskId} words={words.trim()} version={version} onOpen={setFile} />
      )}
    </div>
  );
}

interface Listed {
  taskId: string;
  version: number;
  onOpen: (path: string) => void;
}

function Trouble({ error, retry }: { error: Error; retry: () => void }) {
  if (isAsleep(error)) {
    return <p className="text-text-2">The sandbox does not run. Resume it to browse; changed files stay readable.</p>;
  }
  return <ErrorNotice error={error} what="The files were not read." retry={retry} />;
}

function FolderEntries({ taskId, dir, version, onOpen }: Listed & { dir: string }) {
  const list = useQuery({
    queryKey: ['files', taskId, dir, version],
    queryFn: async () =>
      Entries.parse(
        await answered(api.GET('/v1/tasks/{taskId}/files', { params: { path: { taskId }, query: { dir } } })),
      ).files,
    staleTime: 30_000,
  });
  if (list.isPending) return <Skeleton rows={4} label="Reading the folder" />;
  if (list.data === undefined) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (list.data.length === 0) return <p className="text-text-3">Empty folder.</p>;
  return (
    <ul aria-label={dir === '' ? 'Files' : `Files of ${dir}`}>
      {list.data.map((entry) => (
        <li key={entry.path}>
          {entry.kind === 'folder' ? (
            <FolderRow taskId={taskId} entry={entry} version={version} onOpen={onOpen} />
          ) : (
            <FileButton name={entry.name} path={entry.path} onOpen={onOpen} />
          )}
        </li>
      ))}
    </ul>
  );
}

const ROW =
  'flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-button px-1 text-left -outline-offset-2 hover:bg-hover pointer-coarse:min-h-11';

function FolderRow({ taskId, entry, version, onOpen }: Listed & { entry: Entry }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" aria-expanded={isOpen} className={ROW} onClick={() => setIsOpen(!isOpen)}>
        <ChevronRight
          aria-hidden="true"
          size={14}
          strokeWidth={1.75}
          className={`shrink-0 text-text-3 ${isOpen ? 'rotate-90' : ''}`}
        />
        <Folder aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-3" />
        <span className="min-w-0 truncate">{revealed(entry.name)}</span>
      </button>
      {isOpen && (
        <div className="pl-4">
          <FolderEntries taskId={taskId} dir={entry.path} version={version} onOpen={onOpen} />
        </div>
      )}
    </>
  );
}

function FileButton({ name, path, onOpen }: { name: string; path: string; onOpen: (path: string) => void }) {
  return (
    <button type="button" className={`${ROW} pl-5`} onClick={() => onOpen(path)}>
      <File aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-3" />
      <span className="min-w-0 truncate">{revealed(name)}</span>
    </button>
  );
}

function FoundFiles({ taskId, words, version, onOpen }: Listed & { words: string }) {
  const found = useQuery({
    queryKey: ['files found', taskId, words, version],
    queryFn: async () =>
      Found.parse(
        await answered(
          api.GET('/v1/tasks/{taskId}/files/search', { params: { path: { taskId }, query: { q: words } } }),
        ),
      ).paths,
    placeholderData: (before) => before,
  });
  if (found.isPending) return <Skeleton rows={4} label="Finding files" />;
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <p className="text-text-2">No path has these words.</p>;
  return (
    <ul aria-label="Found files">
      {found.data.map((path) => (
        <li key={path}>
          <FileButton name={path} path={path} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function FileContent({
  taskId,
  path,
  version,
  onClose,
}: {
  taskId: string;
  path: string;
  version: number;
  onClose: () => void;
}) {
  const content = useQuery({
    queryKey: ['file', taskId, path, version],
    queryFn: async () =>
      Content.parse(
        await answered(
          api.GET('/v1/tasks/{taskId}/files/content', {
            params: { path: { taskId }, query: { path, at: 'checkpoint' } },
          }),
        ),
      ),
  });
  return (
    <section aria-label={path} className="grid content-start gap-2 p-3">
      <p className="flex items-center gap-2">
        <Button look="quiet" onClick={onClose}>
          Back
        </Button>
        <code className="min-w-0 truncate font-mono" title={path}>
          {revealed(path)}
        </code>
      </p>
      {content.isPending && <Skeleton rows={6} label="Reading the file" />}
      {content.isError && <Trouble error={content.error} retry={() => void content.refetch()} />}
      {content.data &&
        (content.data.text === null ? (
          <p className="text-text-2">
            {content.data.binary ? 'This file is not text.' : 'This file is larger than 1 MiB, so it is not shown.'}
          </p>
        ) : path.endsWith('.md') ? (
          <Markdown text={content.data.text} />
        ) : (
          <div className="rounded-card border border-line bg-sunken">
            <CodeBlock text={content.data.text} language={path.split('.').at(-1) ?? ''} />
          </div>
        ))}
    </section>
  );
}
