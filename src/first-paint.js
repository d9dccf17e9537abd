// Stands in the head of every page, without its comments (src/paint-first.ts).

// A full storage takes long to open: asked what is in it, the browser does so while the app is on its way.
try {
  indexedDB.databases().catch(() => {});
} catch {
  // The app will say what is missing.
}
// What an iPhone shows while the app starts, once it is on its home screen.
const launch = '/launch.js';
if ('standalone' in navigator && !navigator.standalone) import(launch).catch(() => {});
// How the app looks, and its language (see src/lib/app/display.svelte.ts).
const page = document.documentElement;
let language = '';
try {
  const stored = localStorage.getItem('recite-display') ?? '{}';
  /** @type {unknown} */
  const read = JSON.parse(stored);
  const display = /** @type {Record<string, string | undefined>} */ (read);
  if (display.theme) page.dataset.theme = display.theme;
  if (display.textSize) page.dataset.textSize = display.textSize;
  if (display.line) page.dataset.line = display.line;
  language = display.language ?? '';
} catch {
  // Nothing readable: the system's theme.
}
// Else the first of the browser's languages that the app speaks.
language ||=
  navigator.languages.map((each) => each.slice(0, 2)).find((each) => /^(en|es)$/.test(each)) ??
  'en';
if (language !== 'en') {
  page.lang = language;
  // A language that is only for tests, written from right to left.
  if (language === 'ar-XB') page.dir = 'rtl';
  // Of what is installed: its shortcuts.
  if (language === 'es')
    document.querySelector('[rel=manifest]')?.setAttribute('href', '/manifest.es.webmanifest');
  // The page was made in English: it is shown once its words are there (src/hooks.client.ts).
  page.dataset.wording = '';
  setTimeout(() => delete page.dataset.wording, 5000);
}
// Who comes back has the reading serif from the worker, in time for the first paint. Who is new reads
// the first page in the system's (src/lib/ui/fonts.css), unless it is one that is not opened to be read.
const toRead = /^\/(study|read|quiz)?$/.test(location.pathname);
if (!toRead || navigator.serviceWorker?.controller) page.dataset.serif = '';
else
  try {
    // A first launch, as far as can be told: what it will show need not wait for the app.
    if (!localStorage.getItem('recite-beginnings') && !location.search) page.dataset.first = '';
  } catch {
    // It cannot be told.
  }
// Once the page is painted: the app is asked for, of which the page's end takes what it needs first.
const painted = () =>
  new Promise((resolve) => {
    // More than one may say so; once is enough.
    const go = () => {
      for (const link of document.querySelectorAll('[data-after-paint]:not([rel])'))
        link.setAttribute('rel', 'modulepreload');
      resolve(null);
    };
    // Nothing is painted where nobody looks, or what is made has no words yet; not every browser tells.
    const told = PerformanceObserver.supportedEntryTypes.includes('paint');
    if (document.hidden || language !== 'en' || !told) return go();
    new PerformanceObserver(go).observe({ type: 'paint', buffered: true });
    // Whoever turns away before that gets the app all the same.
    setTimeout(go, 2000);
  });
// A button that is pressed before the app is there is pressed again by it (src/lib/app/first-page.ts).
/** @type {HTMLButtonElement | null} */
let pressed = null;
const press = (/** @type {Event} */ { target }) => {
  pressed = target instanceof Element ? target.closest('button') : null;
};
addEventListener('click', press, true);
const pressedEarly = () => {
  removeEventListener('click', press, true);
  return pressed;
};
Object.assign(window, { painted, pressedEarly });
