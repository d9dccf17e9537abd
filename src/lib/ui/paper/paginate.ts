/**
 * Which blocks come on which page: as many as fit, in their order, none divided. A block that is higher
 * than a page has one to itself.
 *
 * @param heights of the blocks, with the space below them
 * @param capacity of a page, in the same unit
 * @returns for each page the places of its blocks
 */
export function paginate(heights: readonly number[], capacity: number): number[][] {
  const pages: number[][] = [];
  let left = 0;
  for (const [place, height] of heights.entries()) {
    if (pages.length === 0 || height > left) {
      pages.push([]);
      left = capacity;
    }
    pages.at(-1)!.push(place);
    left -= height;
  }
  return pages;
}
