/** The key of a variable's row, which its encrypted value is bound to. */
export const variableKey = (of: { organizationId: string; repositoryId: string | null; name: string }): string =>
  `${of.organizationId}:${of.repositoryId ?? '*'}:${of.name}`;
