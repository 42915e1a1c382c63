import type { Locator, Page } from 'playwright-core';

/** A machine is made, a repository fetched, an agent started. */
export const PATIENCE = { timeout: 90_000 };

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to the agent' });
export const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });
export const shipBar = (page: Page): Locator => page.getByRole('region', { name: 'Ship' });
export const ends = (page: Page): Locator => conversation(page).getByText(/^Finished/);

/** Sends a message from the page of a task. */
export async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await composer(page).press('Control+Enter');
}

/** Begins a task from the new-task page, and waits for its own page. */
export async function begin(page: Page, address: string, { repository, prompt }: Beginning): Promise<void> {
  await page.goto(address);
  await page.getByLabel('What should be done?').fill(prompt);
  const field = page.getByRole('combobox', { name: 'Repository' });
  // The one used last stands there already.
  if ((await field.inputValue()) !== repository) {
    await field.fill(repository);
    await page.getByRole('option', { name: repository }).click();
  }
  await page.getByRole('button', { name: 'Start task' }).click();
  await page.waitForURL(/\/tasks\//);
}

export interface Beginning {
  repository: string;
  prompt: string;
}

/** Answers what the agent asks for, once. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow once' }).click(PATIENCE);
}
