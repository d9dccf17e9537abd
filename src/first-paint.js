// Stands in the head of every page, as it is (src/hooks.server.ts): it runs before the first paint, and
// asks the network for nothing. Its hash is in the page's policy (svelte.config.js).

// A full storage takes long to open: asked what is in it, the browser does so while the app is on its way.
try {
  indexedDB.databases().catch(() => {});
} catch {
  // The app will say what is missing.
}
// What an iPhone shows while the app starts, once it is on its home screen.
if (navigator.standalone === false) import('/launch.js');
// How the app looks, and its language, before the first paint (see src/lib/app/display.svelte.ts).
// How the app looks, and its language (see src/lib/app/display.svelte.ts).
const page = document.documentElement;
let language = '';
try {
  const display = JSON.parse(localStorage.getItem('recite-display') || '{}');
  if (display.theme) page.dataset.theme = display.theme;
  if (display.textSize) page.dataset.textSize = display.textSize;
  if (display.line) page.dataset.line = display.line;
  language = display.language || '';
} catch {
  // Nothing readable: the system's theme.
}
// Else the first of the browser's languages that the app speaks.
if (!language)
  language =
    navigator.languages.map((each) => each.slice(0, 2)).find((each) => /^(en|es)$/.test(each)) ||
    'en';
if (language !== 'en') {
  page.lang = language;
  // A language that is only for tests, written from right to left.
  if (language === 'ar-XB') page.dir = 'rtl';
  // Of what is installed: its shortcuts.
  if (language === 'es') document.querySelector('[rel=manifest]').href = '/manifest.es.webmanifest';
  // The page was made in English: it is shown once its words are there (src/hooks.client.ts).
  page.dataset.wording = '';
  setTimeout(() => delete page.dataset.wording, 5000);
}
