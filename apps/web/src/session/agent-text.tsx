import { lazy, Suspense } from 'react';

const Markdown = lazy(async () => ({ default: (await import('./markdown.js')).Markdown }));

/** What an agent said. Until the part that draws Markdown is there, it is shown as it was written. */
export function AgentText({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="prose-width text-prose break-words whitespace-pre-wrap">{text}</p>}>
      <Markdown text={text} />
    </Suspense>
  );
}
