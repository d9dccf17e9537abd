/** What takes something back: nothing of it is needed before there is a card on the screen. */
export { isReview, lastUndoable, takeBack } from './undo.ts';
export { takenBackWords } from './undo-words.ts';
