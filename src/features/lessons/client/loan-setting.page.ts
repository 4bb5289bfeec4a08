import { afterPaint } from '#shared/client/after-paint.ts';
import { holdsRecords } from '#shared/client/forget-person.ts';
import { isLoanDevice, markAsLoanDevice, unmarkLoanDevice } from '#shared/client/loan-mark.ts';

/** The script of /about/device: makes this device one for lending, or an ordinary one again. */
function start(): void {
  showState();
  onButton('[data-loan-mark]', () => void mark());
  onButton('[data-loan-unmark]', () => {
    unmarkLoanDevice();
    location.reload();
  });
}

async function mark(): Promise<void> {
  if (await holdsRecords()) show('[data-loan-holds-records]', true);
  else if (!markAsLoanDevice()) show('[data-loan-cannot-keep]', true);
  else location.reload();
}

function showState(): void {
  const isLoan = isLoanDevice();
  for (const part of document.querySelectorAll<HTMLElement>('[data-when-loan]')) {
    part.hidden = (part.dataset['whenLoan'] === 'on') !== isLoan;
  }
}

function show(place: string, shown: boolean): void {
  const element = document.querySelector<HTMLElement>(place);
  if (element) element.hidden = !shown;
}

function onButton(button: string, act: () => void): void {
  document.querySelector(button)?.addEventListener('click', act);
}

afterPaint(start);
