/** What stands where a secret stood. */
export const REDACTED = '[secret]';

/** Forms of secrets that we issue, are given or pass on. Each is matched anywhere in a text. */
const SECRET_FORMS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  /\bBearer\s+[A-Za-z0-9._~+/=-]{6,}/gi,
  /\bBasic\s+(?=[a-z]*[A-Z0-9+/=])[A-Za-z0-9+/]{8,}={0,2}/g,
  /(?<=\/\/)[^/\s:@]{1,256}:[^/\s@]{1,1024}(?=@)/g,
  /fdy_[A-Za-z0-9_-]{6,}/g,
  /gh[opsur]_[A-Za-z0-9_]{6,}/g,
  /github_pat_[A-Za-z0-9_]{6,}/g,
  /\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}/g,
  /\be2b_[A-Za-z0-9]{16,}/g,
  /\bwhsec_[A-Za-z0-9+/=_-]{8,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bxox[a-z]-[A-Za-z0-9-]{10,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
];

/** Fields whose text is a secret whatever it looks like; ids beside them (`tokenId`) are not. */
const SECRET_FIELDS = new Set(
  'password passphrase secret clientsecret webhooksecret token accesstoken refreshtoken agenttoken authorization cookie csrf privatekey signingkey apikey'.split(
    ' ',
  ),
);

/** Fields that hold a network address; only its prefix may be kept. */
const ADDRESS_FIELDS = new Set(['address', 'ip', 'ipaddress', 'remoteaddress', 'clientaddress']);

/** Replaces every known form of secret in a text by `[secret]`. */
export const redactText = (text: string): string =>
  SECRET_FORMS.reduce((rest, form) => rest.replace(form, REDACTED), text);

/** The part of a network address that may be kept: IPv4 /24, IPv6 /48. What is no address comes back empty. */
export function addressPrefix(address: string): string {
  const plain = address
    .trim()
    .replace(/\/\d+$/, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  const four = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(plain);
  if (four) return `${four.slice(1, 4).join('.')}.0/24`;
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return '';
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const known = tail === undefined ? groups : [...groups, '0', '0', '0'];
  return `${known.slice(0, 3).join(':')}::/48`;
}

/** The text of a field of `details`, as far as it may be kept. */
export function redactField(name: string, text: string): string {
  const plainName = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (SECRET_FIELDS.has(plainName)) return REDACTED;
  return ADDRESS_FIELDS.has(plainName) ? addressPrefix(text) : redactText(text);
}
