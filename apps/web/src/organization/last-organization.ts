const KEY = 'foundry.organization';

/** Storage may be closed to us; then nothing is remembered, and nothing else happens. */
function stored<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

export const lastOrganizationId = (): string | null => stored(() => localStorage.getItem(KEY), null);

export const rememberOrganization = (id: string): void => {
  stored(() => {
    localStorage.setItem(KEY, id);
  }, undefined);
};
