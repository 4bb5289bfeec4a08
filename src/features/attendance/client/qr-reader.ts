import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

const LOOKS_PER_SECOND = 8;
/** Smaller than what a camera gives, and enough for a receipt held before it. */
const LONGEST_SIDE = 640;

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
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  video.srcObject = stream;
  await video.play();

  let isLooking = false;
  const look = async () => {
    if (!canvas || isLooking || video.readyState < video.HAVE_CURRENT_DATA) return;
    isLooking = true;
    try {
      const options = { formats: ['QRCode' as const], maxNumberOfSymbols: 1 };
      const [code] = await readBarcodes(frameOf(video, canvas), options);
      if (code?.isValid) onread(code.text);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), 1000 / LOOKS_PER_SECOND);

  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
}

function frameOf(video: HTMLVideoElement, canvas: CanvasRenderingContext2D): ImageData {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  if (canvas.canvas.width !== width) canvas.canvas.width = width;
  if (canvas.canvas.height !== height) canvas.canvas.height = height;
  canvas.drawImage(video, 0, 0, width, height);
  return canvas.getImageData(0, 0, width, height);
}
