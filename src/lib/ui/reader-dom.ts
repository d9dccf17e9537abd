import type { Attachment } from 'svelte/attachments';
import type { TextPlace } from '../document/index.ts';

/** Whether the browser can highlight words without changing the page (CSS Custom Highlight API). */
export function canHighlight(): boolean {
  return (
    typeof Highlight === 'function' && (CSS.highlights as HighlightRegistry | undefined) != null
  );
}

/** Highlights these words and no others under a name that base.css styles. */
export function highlight(name: string, places: readonly TextPlace[], priority = 0): void {
  if (!canHighlight()) return;
  const ranges = places.flatMap((place) => rangeOf(place) ?? []);
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const marks = new Highlight(...ranges);
  marks.priority = priority;
  CSS.highlights.set(name, marks);
}

/** The words on the page; null where there is no such block, or it is shorter. */
function rangeOf({ block, start, end }: TextPlace): Range | null {
  const root = document.getElementById(block);
  if (!root) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0);
    if (!begun && start < after) {
      range.setStart(node, start - before);
      begun = true;
    }
    if (begun && end <= after) {
      range.setEnd(node, end - before);
      return range;
    }
    before = after;
  }
  return null;
}

/** What is selected of a block, where anything is; the block's text is all it shows. */
export function selectedIn(block: string): TextPlace | null {
  const root = document.getElementById(block);
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const selected = selection.getRangeAt(0);
  if (!selected.intersectsNode(root)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  const to = root.contains(selected.endContainer) ? selected : null;
  const end = to ? lengthUpTo(before, to.endContainer, to.endOffset) : before.toString().length;
  const from = root.contains(selected.startContainer) ? selected : null;
  const start = from ? lengthUpTo(before, from.startContainer, from.startOffset) : 0;
  return start < end ? { block, start, end } : null;
}

function lengthUpTo(block: Range, node: Node, offset: number): number {
  const part = block.cloneRange();
  part.setEnd(node, offset);
  return part.toString().length;
}

/**
 * Scrolls so that words stand in the middle of what the sticky bars leave free, or, where they are
 * taller than that, begin at the top of it. The bars' heights are the block's scroll margin.
 */
export function bringToMiddle(place: TextPlace, behavior: ScrollBehavior = 'instant'): void {
  const block = document.getElementById(place.block);
  const words = rangeOf(place);
  if (!block || !words) return;
  const { above, below } = coveredAround(block);
  const room = window.innerHeight - above - below;
  const { top, height } = words.getBoundingClientRect();
  const wanted = above + Math.max(0, (room - height) / 2);
  window.scrollBy({ top: top - wanted, behavior });
}

/** Whether words are to be seen whole, between the sticky bars. */
export function isInSight(place: TextPlace): boolean {
  const block = document.getElementById(place.block);
  const words = rangeOf(place);
  if (!block || !words) return false;
  const { above, below } = coveredAround(block);
  const { top, bottom } = words.getBoundingClientRect();
  return top >= above && bottom <= window.innerHeight - below;
}

/** What the sticky bars cover, in pixels: a block of text has it as its scroll margin. */
function coveredAround(block: HTMLElement): { above: number; below: number } {
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(block);
  return { above: parseFloat(scrollMarginTop), below: parseFloat(scrollMarginBottom) };
}

/**
 * Takes the eye and the focus to words in the text: sight by scrolling, hearing by the focus on
 * their paragraph.
 *
 * @param wanted whether they still are, once the serif has come and may have moved the lines
 */
export async function showWords(place: TextPlace, wanted: () => boolean): Promise<void> {
  document.getElementById(place.block)?.focus({ preventScroll: true });
  bringToMiddle(place);
  const { scrollY } = window;
  await document.fonts.ready;
  // Whoever has scrolled on is left alone.
  if (window.scrollY === scrollY && wanted()) bringToMiddle(place);
}

/** Where on the screen, from its top, the eye is taken to be. */
const EYE = 0.3;

/**
 * Follows the reading: which `data-paragraph` stands where the eye is, and how much of the text has
 * gone by.
 *
 * @param onplace the paragraph's id
 * @param onprogress from 0 to 1
 */
export function followReading(
  onplace: (paragraph: string) => void,
  onprogress: (share: number) => void,
): Attachment<HTMLElement> {
  return (root) => {
    const line = `-${EYE * 100}% 0px -${99 - EYE * 100}% 0px`;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
        const id = (entry?.target as HTMLElement | undefined)?.dataset.paragraph;
        if (id) onplace(id);
      },
      { rootMargin: line },
    );
    for (const paragraph of root.querySelectorAll('[data-paragraph]')) observer.observe(paragraph);

    let frame = 0;
    const measure = () => {
      frame = 0;
      const { top, height } = root.getBoundingClientRect();
      const travel = height - window.innerHeight;
      onprogress(travel > 0 ? Math.min(1, Math.max(0, -top / travel)) : 1);
    };
    const scrolled = () => {
      frame ||= requestAnimationFrame(measure);
    };
    scrolled();
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', scrolled);
    };
  };
}

/** The edges of the screen, where bars lie and where nobody reads, as shares of its height. */
const EDGES = '-8% 0px -18% 0px';

/**
 * Follows which `data-paragraph` can be read on the screen.
 *
 * @param onsight a paragraph's id, and whether it came into view or went
 */
export function followSight(
  onsight: (paragraph: string, inView: boolean) => void,
): Attachment<HTMLElement> {
  return (root) => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          onsight((target as HTMLElement).dataset.paragraph!, isIntersecting);
        }
      },
      { rootMargin: EDGES },
    );
    for (const paragraph of root.querySelectorAll('[data-paragraph]')) observer.observe(paragraph);
    return () => observer.disconnect();
  };
}

/** Makes a change to the page's sizes while what is being read stays where it is on the screen. */
export function holdInPlace(block: string | null, change: () => void): void {
  const element = block === null ? null : document.getElementById(block);
  const before = element?.getBoundingClientRect().top ?? 0;
  change();
  if (!element) return;
  const after = element.getBoundingClientRect().top;
  window.scrollBy({ top: after - before, behavior: 'instant' });
}
