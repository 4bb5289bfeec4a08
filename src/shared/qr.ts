import { encode } from 'uqr';

const QUIET_ZONE = 4;

/** A QR code as one path of dark squares on a white ground of `size` by `size`, its quiet zone included. */
export function drawQr(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const squares = data.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))
  );
  return { size, path: squares.join('') };
}
