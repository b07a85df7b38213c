// The types of copydesk/helpers.
import type { DateExpression, Figure, Quote, Report } from './index.js';

/** The words of a quote, its pieces joined by a space. */
export function quotedText(quote: Quote, text: string): string;

/** The quotes that touch sentence `index`, and the dates and numbers inside it. Throws a RangeError when there is none. */
export function spansInSentence(report: Report, index: number): { quotes: Quote[]; dates: DateExpression[]; numbers: Figure[] };

/** What stands at a place in the text, the narrowest first. */
export function findingsAt(report: Report, offset: number): { kind: 'quotes' | 'dates' | 'numbers'; index: number; record: Quote | DateExpression | Figure }[];

export interface Voice {
  /** Index into `report.people`; null when the speaker is nobody listed there. */
  person: number | null;
  /** Null for quotes that nobody is named for. */
  name: string | null;
  role: string | null;
  /** Words in quotation marks; reported speech counts none. */
  words: number;
  quotes: { index: number; quote: Quote; text: string; words: number }[];
}

/** The quotes by speaker, the one with the most words first. */
export function whoSaidWhat(report: Report, text: string): Voice[];

/**
 * A quote as one passes it on: the words; the speaker with their role, the outlet, the headline and the ISO date; and, where
 * the page's `address` is given, a text-fragment link that leads to the words.
 */
export function attribution(quote: Quote, report: Report, text: string, page?: { outlet?: string; title?: string; address?: string }): string;

export interface Localised {
  /** BCP 47. Default: the platform's. */
  locale?: string;
}

/** A figure as readers of `locale` write it. The words of approximation are English. */
export function formatNumber(number: Figure, options?: Localised): string;
/** A date as readers of `locale` write it; null where it has neither a place in the calendar nor a length. */
export function formatDate(date: DateExpression, options?: Localised): string | null;
/** A measure in the units of `locale`; null where it is in them already. Rounded to what was written. */
export function convertNumber(number: Figure, options?: Localised): Figure | null;
/** Milliseconds of a floating ISO 8601 date or date-time, read as UTC; NaN when it is neither. */
export function timeOf(iso: string | undefined): number;
