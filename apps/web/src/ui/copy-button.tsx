import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.js';
import { copyText } from './copy-text.js';

interface CopyButtonProps {
  text: string;
  label: string;
  /** Shows the label too. */
  withLabel?: boolean;
}

export function CopyButton({ text, label, withLabel = false }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  const Icon = said === 'Copied' ? Check : Copy;
  const copy = async (): Promise<void> => {
    setSaid((await copyText(text)) ? 'Copied' : 'Not copied: the browser does not allow it');
  };
  return (
    <Button look="quiet" title={label} onClick={() => void copy()}>
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} />
      <span role="status" className={withLabel || said !== null ? '' : 'sr-only'}>
        {said ?? label}
      </span>
    </Button>
  );
}
