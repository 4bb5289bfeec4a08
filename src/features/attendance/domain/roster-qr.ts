const PREFIX = 'engawa-line:';

/** The QR beside a line of the printed roster: it finds the line on a tablet, and opens no receipt. */
export function rosterQrOf(ticketHash: string): string {
  return `${PREFIX}${ticketHash}`;
}

/** @returns the ticket hash of a printed line, or `undefined` for any other QR. */
export function ticketHashOfRosterQr(text: string): string | undefined {
  const hash = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  return /^[0-9a-f]{32}$/.test(hash) ? hash : undefined;
}
