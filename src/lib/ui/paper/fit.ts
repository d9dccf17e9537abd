/** The smallest size of text; the sizes are the style sheet’s. */
const LAST_STEP = 6;

/** Pixels kept free: a printer’s text may run a hair wider than the screen’s. */
const SLACK = 4;

/**
 * Sets the words of each face (`data-face`) in the largest size in which they hold, in `data-step`. All
 * faces are measured together, a step at a time: one by one, a hundred sheets would take seconds.
 */
export function fitFaces(sheets: HTMLElement): void {
  let crowded = [...sheets.querySelectorAll<HTMLElement>('[data-face]')];
  for (let step = 0; step <= LAST_STEP && crowded.length > 0; step++) {
    for (const face of crowded) face.dataset.step = String(step);
    crowded = crowded.filter((face) => {
      const words = face.firstElementChild;
      return words !== null && words.scrollHeight + SLACK > face.clientHeight;
    });
  }
}
