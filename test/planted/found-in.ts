/** A secret by its name. */
export type Secrets = Readonly<Record<string, string>>;

/** How a secret may look where somebody copied it: as it is, in an address, as JSON in JSON, or its bytes in three ways. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const quoted = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    encodeURIComponent(secret),
    quoted,
    JSON.stringify(quoted).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ];
  return [...new Set(forms)];
}

/** `<name of the secret> in <place>` for each that is in a text, in any form. An empty list is what one wants. */
export function foundIn(places: ReadonlyMap<string, string>, secrets: Secrets): string[] {
  return [...places].flatMap(([place, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([name]) => `${name} in ${place}`),
  );
}
