import type { Failure } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';

/** What the teacher’s machine says in English, in the language of this page: by its code. */
const WORDS: Readonly<Record<string, string>> = {
  // Coming in
  'no-session': t('No session is running here now.'),
  'wrong-code': t('This is not the code on the board. Try again.'),
  'wrong-link': t('This link belongs to another session. Scan the code on the board.'),
  'too-many-codes': t('Too many codes were tried. Scan the code on the board, or wait a minute.'),
  'too-many': t('Many are coming in at this moment. Your phone tries again by itself.'),
  locked: t('The room is locked. Ask your teacher to unlock it, then try again.'),
  full: t('The room is full. Tell your teacher.'),
  'no-name': t('Type a name with a letter in it.'),
  'not-listed': t('This name is not on your teacher’s list. Choose yours from it.'),
  nobody: t('Nobody in this class has that name. Type it as it was shown on the other phone.'),
  gone: t('This phone has no place in this class any more.'),
  over: t('This session has ended. Its answers are kept.'),
  // Answering
  'not-in': t('Your teacher has not let you in yet, so this answer was not taken.'),
  'not-fitting': t('This answer does not fit the question, so it was not taken.'),
  twice: t('Your first answer stands.'),
  late: t('The question had closed when this answer came, so it was not taken.'),
  standing: t('The session is paused. Answer when it goes on.'),
  // Leading
  'not-host': t(
    'This page may not lead a session. Open the teacher’s address, which was shown where Recite was started.',
  ),
  'not-now': t('This cannot be done at this point of the session. Nothing has changed.'),
  unknown: t('This student or question is not, or no longer, in the session. Nothing has changed.'),
  'name-taken': t('Somebody else in the room has this name.'),
  running: t('A session is running already. End it first; its answers are kept.'),
  'cluster-away': t(
    'The cluster cannot be reached yet. Nothing was begun; try again in some seconds.',
  ),
  'not-a-plan': t('These questions or settings could not be read. Nothing was begun.'),
  'no-questions': t('Choose at least one question to ask.'),
  'no-disk': t('The session could not be begun: this machine’s disk took nothing.'),
  unreadable: t('This could not be read. Nothing has changed.'),
  'not-markable': t('This answer cannot be marked now. Nothing has changed.'),
  marked: t('Your teacher has marked this answer.'),
  'board-full': t('The board is full. Take one of the answers off it first.'),
  broken: t('Something went wrong on the teacher’s machine.'),
};

/** A failure of the teacher’s machine in the words of this page; one that is not known, as it came. */
export function inWords({ code, message }: Failure): Failure {
  return { code, message: WORDS[code] ?? message };
}
