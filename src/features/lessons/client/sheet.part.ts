import { qrCode } from './draw-qr.ts';

/** The way back from paper: a QR code to the lesson. Only the browser knows where the page stands. */
function wake(place: HTMLElement): void {
  const address = new URL(place.dataset['address'] ?? '', location.href).href;
  place.prepend(qrCode(address, place.dataset['label'] ?? ''));
  const words = place.querySelector('[data-sheet-address]');
  if (words) words.textContent = address;
}

const place = document.querySelector<HTMLElement>('[data-sheet-qr]');
if (place) wake(place);
