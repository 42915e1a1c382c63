import type { Settings } from '@foundry/organization/contracts';
import type { ReactNode, SyntheticEvent } from 'react';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';
import type { SettingsForm } from './use-settings-form.js';

interface SettingsFormBoxProps {
  label: string;
  form: SettingsForm;
  children: ReactNode;
}

/** The form around some settings: what was refused on top, what can be done at the end. */
export function SettingsFormBox({ label, form, children }: SettingsFormBoxProps) {
  const { save, isDirty, isAdmin } = form;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form aria-label={label} className="grid max-w-xl gap-4" onSubmit={submit}>
      {save.isError && <ErrorNotice error={save.error} what="Nothing was saved. What you chose is kept." />}
      <fieldset disabled={!isAdmin} className="grid gap-4">
        {children}
      </fieldset>
      {isAdmin && (
        <div className="flex flex-wrap items-center gap-2">
          {save.isPending ? (
            <Button look="primary" pending="Saving">
              Save
            </Button>
          ) : (
            <button type="submit" disabled={!isDirty} className={`${buttonLook('primary')} disabled:opacity-60`}>
              Save
            </button>
          )}
          {isDirty && <Button onClick={form.discard}>Discard changes</Button>}
          <span role="status" className="text-text-2">
            {save.isSuccess && !isDirty && 'Saved.'}
          </span>
        </div>
      )}
    </form>
  );
}

interface SettingProps {
  form: SettingsForm;
  name: keyof Settings;
  label: string;
  hint?: string;
  /** A stored value in words, for when somebody else changed it. */
  words: (settings: Settings) => string;
  children: (settings: Settings, id: string) => ReactNode;
}

/** One setting. When somebody else changed it meanwhile, both values stand there. */
export function Setting({ form, name, label, hint, words, children }: SettingProps) {
  const { settings, stored, conflicts } = form;
  const id = `setting-${name}`;
  if (!settings || !stored) return null;
  return (
    <Field id={id} label={label} error={form.errorOf(name)} {...(hint === undefined ? {} : { hint })}>
      {children(settings, id)}
      {conflicts.includes(name) && (
        <p role="status" className="flex flex-wrap items-center gap-2 text-warning">
          Somebody changed this to “{words(stored)}” meanwhile.
          <Button
            onClick={() => {
              form.takeTheirs(name);
            }}
          >
            Take theirs
          </Button>
        </p>
      )}
    </Field>
  );
}

type ChoiceKey = 'defaultRole' | 'taskVisibility' | 'pullRequestTasks' | 'autoArchive';

interface ChoiceSettingProps<K extends ChoiceKey> {
  form: SettingsForm;
  name: K;
  label: string;
  hint?: string;
  options: Readonly<Record<Settings[K], string>>;
}

/** A setting with a few values. */
export function ChoiceSetting<K extends ChoiceKey>({ form, name, label, hint, options }: ChoiceSettingProps<K>) {
  const isOption = (text: string): text is Settings[K] & string => text in options;
  return (
    <Setting
      form={form}
      name={name}
      label={label}
      words={(settings) => options[settings[name]]}
      {...(hint === undefined ? {} : { hint })}
    >
      {(settings, id) => (
        <select
          id={id}
          className={CONTROL}
          value={settings[name]}
          onChange={({ target: { value } }) => {
            if (isOption(value)) form.set(name, value);
          }}
        >
          {Object.keys(options)
            .filter(isOption)
            .map((option) => (
              <option key={option} value={option}>
                {options[option]}
              </option>
            ))}
        </select>
      )}
    </Setting>
  );
}

interface NumberSettingProps {
  form: SettingsForm;
  name: 'idleMinutes' | 'turnLimitMinutes' | 'maxActiveTasks';
  label: string;
  hint?: string;
  min: number;
  max: number;
}

/** A setting that is a whole number. */
export function NumberSetting({ form, name, label, hint, min, max }: NumberSettingProps) {
  return (
    <Setting
      form={form}
      name={name}
      label={label}
      words={(settings) => String(settings[name])}
      {...(hint === undefined ? {} : { hint })}
    >
      {(settings, id) => (
        <input
          id={id}
          type="number"
          required
          min={min}
          max={max}
          className={CONTROL}
          value={Number.isNaN(settings[name]) ? '' : settings[name]}
          onChange={({ target }) => {
            form.set(name, target.valueAsNumber);
          }}
        />
      )}
    </Setting>
  );
}
