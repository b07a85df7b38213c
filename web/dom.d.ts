// The types of copydesk/dom.
import type { DateExpression, Figure, Finding, Quote, Report, Span } from './index.js';

export interface Run {
  node: Text;
  /** Where the run begins in `node.data`. */
  offset: number;
  /** Where it begins in the text. */
  start: number;
  length: number;
  /** No range may reach from the run before into this one. */
  apart?: boolean;
}

/** A text and the text nodes it was read from. */
export class TextMap {
  constructor(text: string, runs: Run[], roots?: Iterable<Document | ShadowRoot>);
  readonly text: string;
  /** The documents and shadow roots that were read. */
  readonly roots: (Document | ShadowRoot)[];
  /** The ranges that show `span`, several where it crosses into another root; none when the page has changed under it. */
  rangesOf(span: Span): Range[];
  /** The text nodes under `span`, each with the part that belongs to it. */
  pieces(span: Span): Generator<{ node: Text; from: number; to: number }>;
  /** The place in the text of a place in a text node; -1 when that was not read. */
  offsetOf(node: Node, offset: number): number;
}

export interface CollectOptions {
  /** Read frames of the same origin too. Default: true. */
  frames?: boolean;
  /** Default: open shadow roots. Extensions may know more. */
  shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** Elements to leave out. */
  skip?: (element: Element) => boolean;
}

/** Reads the text under `root` (default: the body) at once, changing nothing. */
export function collect(root?: Element | Document, options?: CollectOptions): TextMap;

/** The same in slices of `slice` milliseconds (default 8); a page that changes meanwhile is read again. */
export function collectInSlices(root?: Element | Document, options?: CollectOptions & { slice?: number; signal?: AbortSignal }): Promise<TextMap>;

export type Kind = 'quote' | 'date' | 'number' | 'finding';
/** CSS declarations for each theme; only what ::highlight() allows has an effect. */
export interface Style {
  light?: string;
  dark?: string;
  forced?: string;
}
/** `reported`: indirect speech, a quote without marks; `current`: what is selected. */
export type Styles = Partial<Record<Kind | 'reported' | 'current', Style>>;

export type Hit =
  | { kind: 'quote'; index: number; record: Quote }
  | { kind: 'date'; index: number; record: DateExpression }
  | { kind: 'number'; index: number; record: Figure }
  | { kind: 'finding'; index: number; record: Finding };

export interface Painter {
  /** Which way is in use: CSS Custom Highlights, or <mark> where a browser has none. */
  readonly mode: 'highlights' | 'marks';
  /** Paints a report of `page.text`; what was painted before goes. */
  paint(page: TextMap, report: Report, options?: { kinds?: Kind[] }): void;
  /** Marks one span as the one looked at, none when left out; answers where it is. */
  select(span?: Span | null): Range | null;
  /** What is painted under a point of the window, the narrowest first. */
  at(x: number, y: number, document?: Document): Hit[];
  /** Takes everything away; the document is as it was. */
  dispose(): void;
}

/** A painter for this page. `prefix`: of the highlights' names (default "copydesk"); `styles`: merged over the default ones; `marks` forces (true) or forbids (false) the fallback. */
export function createPainter(options?: { prefix?: string; styles?: Styles; marks?: boolean }): Painter;

export interface FollowOptions {
  analyze: (text: string) => Report | Promise<Report>;
  painter: Painter;
  kinds?: Kind[];
  /** Milliseconds of rest before the page is read again. Default: 250. */
  debounce?: number;
  collect?: CollectOptions;
  onReport?: (report: Report, page: TextMap) => void;
  /** Default: `reportError`. */
  onError?: (error: Error) => void;
}

/**
 * Reads, analyses and paints `root` now and after each change of it, until `stop`. A function is asked before each reading,
 * for pages that put another element in its place (a route of a single-page app).
 */
export function follow(root: Element | (() => Element), options: FollowOptions): { stop(): void; ready: Promise<void> };

/** What a page says about itself. */
export interface Metadata {
  /** For `Options.jsonld`: the page's scripts as they stand, then what its <meta> and <time> say. */
  jsonld: (string | object)[];
  /** ISO 8601 date or date-time of publication, for `Options.reference` where there is no `jsonld` (copydesk/core). */
  published?: string;
  /** Which of the page's ways of saying it was used. */
  publishedFrom?: 'json-ld' | 'meta' | 'time';
  /** The headline as the page gives it to others, else its first heading, else the document's title. */
  title: string;
  /** The publication's name, where the page gives it. */
  outlet?: string;
  /** The page's canonical address, where it names one. */
  address?: string;
}
/** Reads it, changing nothing. Default: this document. */
export function metadata(document?: Document): Metadata;

/** A passage described so that it is found again after edits elsewhere. */
export interface Description extends Span {
  exact: string;
  prefix: string;
  suffix: string;
}
export function describe(text: string, span: Span): Description;

/** Finds a description again; what is ambiguous is refused, with `start` and `end` -1. */
export function anchor(
  text: string,
  description: { exact: string; prefix?: string; suffix?: string; start?: number },
): Span & { reason?: 'missing' | 'ambiguous' };

/** A text fragment, "#:~:text=…", that leads to the span alone; empty when there is none. */
export function textFragment(text: string, span: Span): string;
