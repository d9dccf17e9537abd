// Sets the theme and the text size before the first paint, so that nothing flashes. What may stand
// in them is checked where they are chosen (src/lib/app/display.svelte.ts).
try {
  const display = JSON.parse(localStorage.getItem('recite-display') || '{}');
  if (display.theme) document.documentElement.dataset.theme = display.theme;
  if (display.textSize) document.documentElement.dataset.textSize = display.textSize;
} catch {
  // Nothing stored, or nothing readable: the system's theme.
}
