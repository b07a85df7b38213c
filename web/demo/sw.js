// Keeps the page for flight mode: everything it is made of, once, under the name of this build.
const version = '__VERSION__';
const files = ['__FILES__'];

addEventListener('install', (event) => event.waitUntil(caches.open(version).then((cache) => cache.addAll(files)).then(() => skipWaiting())));

addEventListener('activate', (event) =>
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  ));

addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(caches.open(version).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)));
});
