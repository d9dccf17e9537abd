import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';
import { openCamera, stopCamera, type CameraTrouble } from '../camera.ts';

/** The browser's own reader of codes, which TypeScript does not know yet. */
interface NativeReader {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeReaders {
  new (options: { formats: readonly string[] }): NativeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Finds the text of a QR code in a picture; null where none can be read. */
type Reader = (picture: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

let reader: Promise<Reader> | null = null;

/** The browser's own reader, where it has one; else the package `qr`, loaded when it is needed. */
function codeReader(): Promise<Reader> {
  return (reader ??= native().then((found) => found ?? ours()));
}

async function native(): Promise<Reader | null> {
  const readers = (globalThis as { BarcodeDetector?: NativeReaders }).BarcodeDetector;
  try {
    if (!readers || !(await readers.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new readers({ formats: ['qr_code'] });
    return async (picture) => {
      const found = await detector.detect(picture).catch(() => []);
      return found[0]?.rawValue ?? null;
    };
  } catch {
    return null;
  }
}

/** Longer sides in pixels at which a picture is looked at: a code may be near, far, or not sharp. */
const SIDES = { video: [1000], photo: [1600, 900, 500] } as const;
/** Milliseconds that one look may take beyond what it has to. */
const PATIENCE = { video: 30, photo: 400 } as const;

async function ours(): Promise<Reader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (picture) => {
    const isVideo = picture instanceof HTMLVideoElement;
    const width = isVideo ? picture.videoWidth : picture.width;
    const height = isVideo ? picture.videoHeight : picture.height;
    if (width === 0 || height === 0) return null;
    const kind = isVideo ? 'video' : 'photo';
    for (const side of SIDES[kind]) {
      const scale = Math.min(1, side / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      try {
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
        return decodeQR(pixels, { effort: 4, timeLimit: PATIENCE[kind] });
      } catch {
        // No code at this size.
      }
    }
    return null;
  };
}

/** The text of the code in a photo; fails in words. */
export async function codeInPhoto(file: Blob): Promise<Result<string>> {
  try {
    const picture = await createImageBitmap(file);
    const text = await (await codeReader())(picture);
    picture.close();
    return text === null ? err(NO_CODE) : ok(text);
  } catch {
    return err(NO_PICTURE);
  }
}

/** Milliseconds between two looks: a hand moves about as fast. */
const LOOK_EVERY = 70;

/**
 * Watches through the camera that looks away from the person, and tells each code that it sees, again
 * and again while it is in sight.
 *
 * @returns what ends it; or why there is no picture
 */
export async function watchCodes(
  video: HTMLVideoElement,
  seen: (text: string) => void,
): Promise<Result<() => void>> {
  const camera = await openCamera({ width: 1280, height: 960 });
  if ('failed' in camera) return err(FAILURES[camera.failed]);
  let on = true;
  const stop = () => {
    on = false;
    stopCamera(camera.stream);
    video.srcObject = null;
  };
  video.srcObject = camera.stream;
  // It may be stopped before it plays.
  await video.play().catch(() => undefined);
  const read = await codeReader();
  const look = async () => {
    if (!on) return;
    const text = video.readyState >= 2 ? await read(video) : null;
    if (on && text !== null) seen(text);
    setTimeout(() => void look(), LOOK_EVERY);
  };
  void look();
  return ok(stop);
}

const FAILURES: Readonly<Record<CameraTrouble, Failure>> = {
  none: {
    code: 'no-secure-page',
    message: t(
      'Browsers give the camera only to pages of this device or of an https address, and this is neither. Take a photo of the code instead.',
    ),
  },
  denied: {
    code: 'camera-denied',
    message: t(
      'The camera is not allowed for this page. Allow it in the browser’s settings, or take a photo of the code.',
    ),
  },
  broken: {
    code: 'no-camera',
    message: t('No camera could be started. Choose a photo of the code, or paste its text.'),
  },
};
const NO_CODE: Failure = {
  code: 'no-code-in-photo',
  message: t(
    'No code could be read in this photo. Take it straight on, with the code filling most of it.',
  ),
};
const NO_PICTURE: Failure = {
  code: 'no-picture',
  message: t('This file is no picture that the browser can open.'),
};
