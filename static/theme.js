// Sets the theme, the text size and the length of lines before the first paint, so that nothing flashes. What may stand
// in them is checked where they are chosen (src/lib/app/display.svelte.ts).
try {
  const display = JSON.parse(localStorage.getItem('recite-display') || '{}');
  if (display.theme) document.documentElement.dataset.theme = display.theme;
  if (display.textSize) document.documentElement.dataset.textSize = display.textSize;
  if (display.line) document.documentElement.dataset.line = display.line;
} catch {
  // Nothing stored, or nothing readable: the system's theme.
}
