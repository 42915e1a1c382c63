import { WrapText } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeText } from '../code/code-text.js';
import { languageOf } from '../code/language.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { revealed } from '../ui/revealed.js';
import { markdownBlocks } from './markdown-blocks.js';

const PLUGINS = [remarkGfm];

/** The host of an address of the web; null for everything that is none. */
function hostOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? host : null;
}

const Outside = ({ address, host, children }: { address: string; host: string; children: React.ReactNode }) => (
  <>
    <a href={address} target="_blank" rel="noreferrer" className="text-accent underline">
      <bdi>{children}</bdi>
    </a>{' '}
    <bdi className="text-meta text-text-3">({host})</bdi>
  </>
);

/** Raw HTML is never drawn. Pictures are links: nothing is loaded from elsewhere because an agent said so. */
const COMPONENTS: Components = {
  a({ href, children, node }) {
    const host = hostOf(href);
    if (href === undefined || host === null) return <>{children}</>;
    // A picture is a link already, and a link holds no other.
    if (node?.children.some((child) => child.type === 'element' && child.tagName === 'img') === true) {
      return (
        <>
          {children}{' '}
          <Outside address={href} host={host}>
            Link of the picture
          </Outside>
        </>
      );
    }
    return (
      <Outside address={href} host={host}>
        {children}
      </Outside>
    );
  },
  img({ src, alt }) {
    const address = typeof src === 'string' ? src : undefined;
    const host = hostOf(address);
    const name = alt === undefined || alt === '' ? 'Picture' : `Picture: ${alt}`;
    if (address === undefined || host === null) return <>{name}</>;
    return (
      <Outside address={address} host={host}>
        {name}
      </Outside>
    );
  },
  pre: ({ children }) => <div className="my-2 rounded-card border border-line bg-sunken">{children}</div>,
  code({ className, children }) {
    const text = typeof children === 'string' ? children : '';
    const language = /language-(\S+)/.exec(className ?? '')?.[1];
    if (language === undefined && !text.includes('\n')) {
      return (
        <code className="rounded-chip bg-sunken px-1 font-mono text-[0.92em] break-words">
          {typeof children === 'string' ? revealed(children) : children}
        </code>
      );
    }
    return <CodeBlock text={text.replace(/\n$/, '')} language={language ?? ''} />;
  },
  // Wide tables scroll inside themselves.
  table: ({ children }) => (
    <div className="my-2 overflow-x-auto" role="group" aria-label="Table" tabIndex={0}>
      <table className="border-collapse">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border border-line px-2 py-1 text-left font-semibold">{children}</th>,
  td: ({ children }) => <td className="border border-line px-2 py-1">{children}</td>,
  input: ({ checked }) => <span>{checked === true ? '☑ ' : '☐ '}</span>,
  h1: ({ children }) => <p className="mt-3 mb-1 text-title font-semibold">{children}</p>,
  h2: ({ children }) => <p className="mt-3 mb-1 text-title font-semibold">{children}</p>,
  h3: ({ children }) => <p className="mt-2 mb-1 font-semibold">{children}</p>,
  h4: ({ children }) => <p className="mt-2 mb-1 font-semibold">{children}</p>,
  h5: ({ children }) => <p className="mt-2 mb-1 font-semibold">{children}</p>,
  h6: ({ children }) => <p className="mt-2 mb-1 font-semibold">{children}</p>,
  p: ({ children }) => <p className="my-2">{children}</p>,
  ul: ({ children }) => <ul className="my-2 list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol className="my-2 list-decimal pl-6" {...(start === undefined ? {} : { start })}>
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-l-2 border-control pl-3 text-text-2">{children}</blockquote>
  ),
  hr: () => <hr className="my-3 border-line" />,
};

/** Code with its language, in colours; it scrolls inside itself or is wrapped, and can be copied. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const [isWrapped, setIsWrapped] = useState(false);
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b border-line pl-3 text-meta text-text-3">
        <span className="min-w-0 truncate">{language === '' ? 'text' : language}</span>
        <span className="flex shrink-0">
          <Button
            look="quiet"
            aria-label="Wrap lines"
            title="Wrap lines"
            aria-pressed={isWrapped}
            onClick={() => setIsWrapped(!isWrapped)}
          >
            <WrapText aria-hidden="true" size={14} strokeWidth={1.75} />
          </Button>
          <CopyButton text={text} label="Copy the code" />
        </span>
      </div>
      <pre
        tabIndex={0}
        aria-label="Code"
        role="group"
        className={`overflow-x-auto p-3 font-mono text-[12.5px]/[18px] ${isWrapped ? 'break-all whitespace-pre-wrap' : ''}`}
      >
        <code>
          <CodeText text={text} language={languageOf(language)} />
        </code>
      </pre>
    </>
  );
}

const Block = memo(function Block({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
      {text}
    </ReactMarkdown>
  );
});

/** Markdown of an agent. While it grows, only its last block is drawn again. */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  return (
    <div className="prose-width text-prose break-words">
      {blocks.map((block, index) => (
        <Block key={index} text={block} />
      ))}
    </div>
  );
}
