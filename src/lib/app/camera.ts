/** Why there is no picture. `none`: a page by plain http to another machine has no camera at all. */
export type CameraTrouble = 'none' | 'denied' | 'broken';

/** Cameras, where this page can have any: whatever the type of `navigator` says. */
function mediaDevices(): MediaDevices | undefined {
  return (navigator as Partial<Navigator>).mediaDevices;
}

/** The cameras of this device, by their ids; known only once one of them was allowed. */
export async function cameraIds(): Promise<string[]> {
  const all = (await mediaDevices()?.enumerateDevices()) ?? [];
  return all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
}

/**
 * Opens a camera, asking the person where need be.
 *
 * @param size in pixels, as near as the camera can
 * @param device which one; absent: the one that looks away from the person
 */
export async function openCamera(
  { width, height }: { readonly width: number; readonly height: number },
  device?: string,
): Promise<{ readonly stream: MediaStream } | { readonly failed: CameraTrouble }> {
  const devices = mediaDevices();
  if (!devices) return { failed: 'none' };
  const wanted = device === undefined ? { facingMode: 'environment' } : { deviceId: device };
  try {
    const stream = await devices.getUserMedia({
      video: { ...wanted, width: { ideal: width }, height: { ideal: height } },
      audio: false,
    });
    return { stream };
  } catch (error) {
    const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
    return { failed: isDenied ? 'denied' : 'broken' };
  }
}

/** Its light goes out. */
export function stopCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
