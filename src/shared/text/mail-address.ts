/** The longest address that mail servers carry. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
/** Dots may stand together or at the end: mobile carriers in Japan gave out such addresses until 2009. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-][a-z0-9!#$%&'*+/=?^_`{|}~.-]*$/i;
const DOMAIN_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A mail address as typed: full-width letters and blanks around it are read as what they mean, the part
 * after the @ in small letters.
 *
 * @returns `undefined` for what cannot be one; whether it exists, only a mail shows
 */
export function toMailAddress(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const isAddress =
    at > 0 &&
    text.length <= LONGEST_ADDRESS &&
    local.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(local) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return isAddress ? `${local}@${domain}` : undefined;
}
