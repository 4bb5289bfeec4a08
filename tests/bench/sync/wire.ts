import type { CDPSession, Page } from '@playwright/test';

/** What a page sends and gets: requests, and bytes of bodies and headers as Chromium counts them. */
export class WireCount {
  readonly #session: CDPSession;
  #requests = 0;
  #sent = 0;
  #received = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Network.requestWillBeSent', ({ request }) => {
      this.#requests++;
      this.#sent += request.url.length + JSON.stringify(request.headers).length;
      for (const { bytes } of request.postDataEntries ?? [])
        this.#sent += Buffer.from(bytes ?? '', 'base64').length;
    });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      this.#received += encodedDataLength;
    });
  }

  static async of(page: Page): Promise<WireCount> {
    const session = await page.context().newCDPSession(page);
    const count = new WireCount(session);
    await session.send('Network.enable', { maxPostDataSize: 16 * 1024 * 1024 });
    return count;
  }

  /** What passed since the last look, as a sentence. */
  take(): string {
    const said = `${this.#requests} requests, ${kilo(this.#received)} in, ${kilo(this.#sent)} out`;
    [this.#requests, this.#sent, this.#received] = [0, 0, 0];
    return said;
  }

  end(): Promise<void> {
    return this.#session.detach();
  }
}

function kilo(bytes: number): string {
  return `${Math.round(bytes / 1024)} KiB`;
}
