// The types of copydesk/exports.
import type { Report } from './index.js';

/** RFC 4180: one row a quote, date and number, in the order of the text. Cells that look like formulas are disarmed. */
export function toCSV(report: Report, text: string): string;
/** schema.org NewsArticle with its Quotations, MonetaryAmounts and QuantitativeValues. */
export function toJSONLD(report: Report, text: string, options?: { url?: string }): object;
/** A W3C AnnotationCollection, anchored by position and by quotation. `source`: the page's address. */
export function toWebAnnotation(report: Report, text: string, options?: { source?: string }): object;
/** Who said what, the dates and the figures as a note. */
export function toMarkdown(report: Report, text: string, options?: { locale?: string }): string;
