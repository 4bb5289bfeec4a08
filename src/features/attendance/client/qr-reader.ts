import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

const LOOKS_PER_SECOND = 8;

/** Fetches the reader's own code, so that the camera works later without a network. */
export async function prepareQrReader(): Promise<void> {
  prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) =>
        path.endsWith('.wasm') ? wasmAddress : prefix + path
    },
    fireImmediately: false
  });
  await fetch(wasmAddress);
}

/**
 * Shows the camera in `video` and calls `onread` with the text of each QR it sees.
 * @returns what ends it and lets the camera go. Rejects when there is no camera or it is not allowed.
 */
export async function readQrFromCamera(
  video: HTMLVideoElement,
  onread: (text: string) => void
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
    audio: false
  });
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  video.srcObject = stream;
  await video.play();

  const timer = setInterval(() => {
    if (video.readyState < video.HAVE_CURRENT_DATA) return;
    void detector.detect(video).then(([code]) => code && onread(code.rawValue), ignoreFrame);
  }, 1000 / LOOKS_PER_SECOND);

  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
}

/** A frame that cannot be read is followed by the next one. */
function ignoreFrame(): void {}
