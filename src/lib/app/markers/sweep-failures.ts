import type { Failure } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';

/** What can go wrong while a class is swept, in words for the teacher. */

export const NOT_KEPT: Failure = {
  code: 'not-kept',
  message: t(
    'This device keeps nothing more, so this session lasts only as long as the page is open. Go on, and do not reload.',
  ),
};
export const NO_PICTURE: Failure = {
  code: 'no-picture',
  message: t('This file is no picture that can be read here. Nothing was changed.'),
};
