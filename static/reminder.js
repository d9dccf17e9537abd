// Part of the service worker: says that cards are due, while the app is closed. It knows only what the
// app wrote down when it was last open (src/lib/app/due-notices.ts), and asks nobody.
const PLACE = 'recite-reminder';
const NOTE = '/reminder.json';
const LAST = '/reminder-last.json';
const TAG = 'recite-due';
// By the device's clock: nobody is woken.
const FIRST_HOUR = 8;
const LAST_HOUR = 21;

self.addEventListener('periodicsync', (event) => {
  if (event.tag === TAG) event.waitUntil(remind(new Date()));
});

self.addEventListener('notificationclick', (event) => {
  if (event.notification.tag !== TAG) return;
  event.notification.close();
  event.waitUntil(study());
});

async function remind(now) {
  const place = await caches.open(PLACE);
  const note = await (await place.match(NOTE))?.json();
  if (!note || now.getHours() < FIRST_HOUR || now.getHours() >= LAST_HOUR) return;
  const day = note.days.filter(({ from }) => from <= now.getTime()).pop();
  // On the first of the days the learner was here.
  if (!day || day.count === 0 || day === note.days[0]) return;
  const last = await (await place.match(LAST))?.json();
  if (last === day.from) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.some(({ visibilityState }) => visibilityState === 'visible')) return;
  await place.put(LAST, new Response(JSON.stringify(day.from)));
  await self.registration.showNotification(day.title, {
    body: note.body,
    lang: note.language,
    dir: note.direction || 'auto',
    tag: TAG,
    icon: '/icons/icon-192.png',
    // As a PNG: browsers draw no SVG in a notification.
    badge: '/icons/badge-96.png',
  });
}

async function study() {
  const windows = await self.clients.matchAll({ type: 'window' });
  const [open] = windows;
  if (!open) return self.clients.openWindow('/study');
  // Who is in the middle of something is not taken away from it.
  return open.focus();
}
