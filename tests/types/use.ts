// The types as a caller meets them; compiled, never run. Lines that must not compile say so.
import { CopydeskError, load, type Report } from 'copydesk';
import { load as loadWorker } from 'copydesk/worker';

const desk = await load();
const report: Report = desk.analyze('A text.', { reference: '2024-06-04', timeZone: 'Europe/Paris', keepQuotesWhole: true });

for (const quote of report.quotes) {
  const name: string | undefined = quote.speaker?.name;
  const places: number[] = quote.content.map(({ start, end }) => end - start);
  console.log(name, places);
}
for (const number of report.numbers) {
  const value: string | null = number.value;
  // @ts-expect-error figures are exact decimals, never doubles
  const double: number = number.value;
  console.log(value, double);
}
// @ts-expect-error the text comes first
desk.analyze({ reference: '2024-06-04' });
// @ts-expect-error a Date has a time zone, an article's reference has not
desk.analyze('A text.', { reference: new Date() });

const remote = await loadWorker();
const same: Report = await remote.analyze('A text.', { reference: '2024-06-04', signal: AbortSignal.timeout(1000) });
console.log(same.version);
remote.close();

try {
  desk.analyze('A text.', { reference: 'yesterday' });
} catch (error) {
  if (error instanceof CopydeskError) {
    const code: string = error.code;
    const offset: number | undefined = error.offset;
    console.log(code, offset);
  }
}
