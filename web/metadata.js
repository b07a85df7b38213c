// What a page says about itself: its JSON-LD as it stands, and when it was published by whatever it says that with.

/** Where pages write the day of publication, that of the last change and the authors, the most telling first. */
const metaNames = [
  'article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date',
  'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date', 'citation_publication_date', 'pubdate', 'publishdate', 'publish-date', 'date',
];
const changeNames = ['article:modified_time', 'og:updated_time', 'og:article:modified_time', 'datemodified', 'last-modified'];
const authorNames = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'citation_author', 'byl'];
const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** An ISO 8601 date or date-time as `analyze` takes it; undefined for anything else. */
function dateOf(written) {
  const date = written?.trim();
  if (!date || !isoDate.test(date)) return undefined;
  return date.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(/\.\d+/, '');
}

/** Where other stories and comments stand inside a page. */
const ofOthers = 'aside, nav, footer, [class*="related" i], [class*="comment" i]';

const firstDate = (contents, names) => names.map((name) => dateOf(contents.get(name)?.[0])).find(Boolean);

/** The contents of the page's <meta>, by name in small letters. */
function metaContents(document) {
  const said = new Map();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase();
    if (!said.has(name)) said.set(name, []);
    said.get(name).push(meta.getAttribute('content').trim());
  }
  return said;
}

/**
 * Who wrote the article, as links with rel="author" or <meta> say. Addresses of profiles name nobody, and neither does a
 * site that gives its own name.
 */
function authorsOf(document, contents) {
  // A card of another story inside the page has an author of its own; so has a comment.
  const links = [...document.querySelectorAll('[rel~="author"], [itemprop~="author"] [itemprop~="name"]')].filter((link) => !link.closest(ofOthers));
  const outlet = contents.get('og:site_name')?.[0];
  const named = (name) => /^\S+ \S/.test(name) && !/https?:|@/.test(name) && name !== outlet;
  for (const names of [links.map((link) => link.textContent.trim().replace(/\s+/g, ' ')), ...authorNames.map((name) => contents.get(name) ?? [])])
    if (names.some(named)) return [...new Set(names.filter(named))];
  return [];
}

function timeDate(document) {
  for (const selector of ['[itemprop~="datePublished"][datetime]', 'time[pubdate]', 'article header time[datetime]', 'article time[datetime]', 'main time[datetime]', 'time[datetime]'])
    for (const element of document.querySelectorAll(selector)) {
      if (element.closest(ofOthers)) continue; // it has a date of its own
      const date = dateOf(element.getAttribute('datetime'));
      if (date) return date;
    }
  return undefined;
}

/** The date in the page's JSON-LD: the article's own before that of anything around it. */
function dateInJSONLD(scripts) {
  const dates = { article: undefined, other: undefined };
  const visit = (value, depth) => {
    if (value === null || typeof value !== 'object' || depth > 8) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const kind = [value['@type']].flat().some((type) => /(Article|Posting|Report)$/.test(String(type))) ? 'article' : 'other';
    if (typeof value.datePublished === 'string') dates[kind] ??= dateOf(value.datePublished);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) visit(value[key], depth + 1);
  };
  for (const script of scripts) {
    try {
      visit(JSON.parse(script), 0);
    } catch {
      // Malformed: analyze() mends it and says so; the date is told without it.
      dates.other ??= dateOf(/"datePublished"\s*:\s*"([^"]*)"/.exec(script)?.[1]);
    }
  }
  return dates.article ?? dates.other;
}

const content = (document, selector) => document.querySelector(selector)?.getAttribute('content')?.trim() || undefined;

/**
 * What the page says about itself. `jsonld` is what `analyze` takes by that name: the page's scripts as they stand, and
 * after them what its <meta> and <time> say, for pages without JSON-LD.
 * @param {Document} [document]
 * @returns {{jsonld: (string|object)[], published?: string, publishedFrom?: 'json-ld'|'meta'|'time', title: string, outlet?: string, address?: string}}
 */
export function metadata(document = globalThis.document) {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent).filter((text) => text.trim());
  const contents = metaContents(document);
  const [byJSONLD, byMeta] = [dateInJSONLD(scripts), firstDate(contents, metaNames)];
  const byTime = byMeta ? undefined : timeDate(document);
  const beside = byMeta ?? byTime;
  const published = byJSONLD ?? beside;
  const changed = firstDate(contents, changeNames) ?? dateOf(document.querySelector('[itemprop~="dateModified"][datetime]')?.getAttribute('datetime'));
  const author = authorsOf(document, contents);
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  return {
    // As a WebPage: it fills in what the page's own articles leave open, never the other way round.
    jsonld: beside || changed || author.length
      ? [...scripts, { '@type': 'WebPage', ...(beside && { datePublished: beside }), ...(changed && { dateModified: changed }), ...(author.length && { author }) }]
      : scripts,
    ...(published && { published, publishedFrom: byJSONLD ? 'json-ld' : byMeta ? 'meta' : 'time' }),
    title: content(document, 'meta[property="og:title"]') ?? document.querySelector('article h1, main h1, h1')?.textContent?.trim() ?? document.title ?? '',
    outlet: content(document, 'meta[property="og:site_name"]') ?? content(document, 'meta[name="application-name"]'),
    ...(/^https?:/.test(canonical ?? '') && { address: canonical }),
  };
}
