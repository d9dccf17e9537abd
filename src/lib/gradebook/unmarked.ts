import { t } from '../language/index.ts';

/** Said beside a written answer that counts as not right only because nobody has marked it. */
export const UNMARKED = t('Nobody has marked this answer.');
