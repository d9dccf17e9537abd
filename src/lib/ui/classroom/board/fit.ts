import type { Attachment } from 'svelte/attachments';

/** Of the usual size, the largest first. The smallest is still larger than the text of a book. */
const SCALES = [1.4, 1.3, 1.2, 1.1, 1, 0.93, 0.87, 0.81, 0.76, 0.71] as const;

/**
 * Makes the text of a board as large as it can be while all of it is on the screen: nobody is there to
 * scroll a projector. It sets `--fit` on the element, by which its type is to be multiplied.
 *
 * @param query media query: elsewhere the board scrolls like any page
 */
export function fitScreen(query: string): Attachment<HTMLElement> {
  return (element) => {
    const media = matchMedia(query);
    let frame = 0;
    const fit = () => {
      const fits = (scale: number) => {
        element.style.setProperty('--fit', String(scale));
        return element.scrollHeight <= window.innerHeight;
      };
      if (!media.matches) element.style.removeProperty('--fit');
      else SCALES.find(fits);
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(fit);
    };
    const changes = new MutationObserver(soon);
    changes.observe(element, { childList: true, characterData: true, subtree: true });
    window.addEventListener('resize', soon);
    // The serif comes late, and is wider than what stood in for it.
    void document.fonts.ready.then(soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      window.removeEventListener('resize', soon);
    };
  };
}
