import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

const TAB =
  'flex min-h-9 min-w-0 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-text-2 -outline-offset-2 hover:text-text data-[active]:border-accent data-[active]:text-text pointer-coarse:min-h-11';

export interface Tab {
  readonly value: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (value: string) => void;
  /** Stands at the end of the row of tabs. */
  end?: ReactNode;
}

/** Several panes in one place, one of them at a time. Arrows move, Enter opens. */
export function Tabs({ label, tabs, value, onChange, end }: TabsProps) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: unknown) => onChange(String(next))}
      className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)]"
    >
      <div className="flex items-center border-b border-line pr-1">
        <Base.List aria-label={label} activateOnFocus={false} className="flex min-w-0 flex-1 overflow-x-auto px-2">
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className={TAB}>
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="min-h-0 overflow-y-auto outline-none">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
