import { packBank, type Bank, type PackedBank } from '../index.ts';
import { givesAway } from './gives-away.ts';

/** A bank for the app, with what its questions give away of each other. */
export function packed(bank: Bank): PackedBank {
  return packBank({ ...bank, apart: Object.fromEntries(givesAway(bank)) });
}
