export { type Given } from './answers.ts';
export { fromBase32, toBase32 } from './base32.ts';
export { codeCheck, codeText, readCode, spacedCode } from './code.ts';
export {
  assembled,
  framesOf,
  gather,
  missingOf,
  NOTHING_GATHERED,
  type Gathered,
} from './frames.ts';
export { readHead } from './head.ts';
export { handoutId } from './id.ts';
export { linkText, readLinkText, type LinkedHandout } from './link.ts';
export { liveId, openLive, sealLive, type LiveGiven, type LiveHandedIn } from './live-result.ts';
export { openResult, sealResult, type HandedIn, type Sealing } from './result.ts';
export { codeOf, KEY_BYTES, publicKeyOf, SECRET_BYTES } from './seal.ts';
export { nearPassage } from './slim.ts';
export { readTagged, tagOf, taggedText } from './tagged.ts';
export {
  packWhole,
  unlockWhole,
  unpackWhole,
  WRONG_CODE,
  type Squeeze,
  type WholeHandout,
} from './whole.ts';
