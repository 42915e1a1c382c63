import { useState } from 'react';
import { CodeText } from '../code/code-text.js';
import { Button } from '../ui/button.js';
import { outputText, shownInput, type ToolCallData, type ToolDiff } from './item-data.js';
import { ToolDiffs } from './tool-diffs.js';
import { inputLanguage, outputLanguage } from './tool-language.js';

const NO_DIFFS: readonly ToolDiff[] = Object.freeze([]);
const SHOWN_LINES = 40;

/** Everything that is known of a call of a tool. */
export function ToolDetails({ data }: { data: ToolCallData }) {
  const { input, output, diffs, exitCode } = data;
  const given = shownInput(input);
  const said = outputText(output);
  const isEmpty = given === '' && said === '' && (diffs ?? []).length === 0;
  return (
    <div className="grid gap-2 pb-2">
      {given !== '' && <Text label="Input" text={given} language={inputLanguage(input)} />}
      <ToolDiffs diffs={diffs ?? NO_DIFFS} />
      {said !== '' && <Text label="Output" text={said} language={outputLanguage(data)} />}
      {exitCode !== null && exitCode !== undefined && (
        <p className={exitCode === 0 ? 'text-text-2' : 'text-danger'}>Exit code {exitCode}</p>
      )}
      {isEmpty && <p className="text-text-3">Nothing more was told.</p>}
    </div>
  );
}

/** The last lines of a text; all of them when asked for. */
function Text({ label, text, language }: { label: string; text: string; language: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = text.split('\n');
  const isLong = lines.length > SHOWN_LINES && !isWhole;
  return (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 text-meta text-text-3">
        {label}
        {isLong && (
          <Button look="quiet" onClick={() => setIsWhole(true)}>
            Show all {lines.length} lines
          </Button>
        )}
      </p>
      <pre
        tabIndex={0}
        role="group"
        aria-label={`${label}, text`}
        className="max-h-96 overflow-auto rounded-card border border-line bg-sunken p-2 font-mono text-[12.5px]/[18px]"
      >
        <CodeText text={isLong ? lines.slice(-SHOWN_LINES).join('\n') : text} language={language} />
      </pre>
    </div>
  );
}
