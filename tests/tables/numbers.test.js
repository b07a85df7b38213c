// The tables of money and units against what others know: ISO 4217 and CLDR by way of Intl, and the
// definitions of the units computed once more from a handful of base definitions, in whole numbers.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readTable } from '../../tools/embed/tsv.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../rules/en/numbers');
const table = (name) => {
  const { columns, rows } = readTable(join(folder, `${name}.tsv`), name);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row.values[i]])));
};

// --- money ------------------------------------------------------------------------------------------

const current = new Set(Intl.supportedValuesOf('currency'));
const named = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
const known = (code) => /^[A-Z]{3}$/.test(code) && (current.has(code) || named.of(code) !== undefined);

// CNH is the market's name for the yuan outside China and none of ISO 4217: it must never come out.
for (const [file, fields] of Object.entries({ currencies: ['code', 'shared'], minor: ['code'], currency_codes: ['code', 'shared'],
  currency_signs: ['code', 'shared'], dollar_prefixes: ['code'], currency_places: ['code'] }))
  test(`${file}: every code is of ISO 4217, current or withdrawn`, () => {
    for (const row of table(file))
      for (const field of fields)
        for (const code of row[field].split(' ').filter(Boolean)) assert.ok(known(code), `${Object.values(row)[0]}: ${code}`);
  });

test('a code stands for itself, or is no code of ISO 4217', () => {
  for (const { word, code } of table('currency_codes'))
    if (current.has(word.toUpperCase())) assert.equal(word.toUpperCase(), code);
});

test('a currency’s name, where Intl has the same one, is the same currency', () => {
  const byName = new Map([...current].map((code) => [named.of(code).toLowerCase(), code]));
  let compared = 0;
  for (const { word, code } of table('currencies')) {
    if (!byName.has(word)) continue;
    ++compared;
    assert.equal(code, byName.get(word), word);
  }
  assert.ok(compared >= 40, `${compared} names compared`);
});

// --- units ------------------------------------------------------------------------------------------

const units = table('units');
const taken = (unit) => {
  try {
    new Intl.NumberFormat('en', { style: 'unit', unit });
    return true;
  } catch {
    return false;
  }
};

test('Intl.NumberFormat takes every unit that says so, and no other', () => {
  for (const { id, standing } of units) assert.equal(taken(id), standing === 'intl', id);
});

test('an identifier stands once and is one', () => {
  assert.equal(new Set(units.map(({ id }) => id)).size, units.length);
  for (const { id } of units) assert.match(id, /^[a-z]+(-([a-z]+|100))*$/);
});

/** A decimal or a quotient of two decimals as [numerator, denominator]. */
function rational(written) {
  const [a, b = '1'] = written.split('/');
  const whole = (s) => [BigInt(s.replace('.', '')), 10n ** BigInt(s.split('.')[1]?.length ?? 0)];
  const [an, ad] = whole(a);
  const [bn, bd] = whole(b);
  return [an * bd, ad * bn];
}
const times = (x, y) => [x[0] * y[0], x[1] * y[1]];
const over = (x, y) => [x[0] * y[1], x[1] * y[0]];
const power = (x, n) => (n === 1 ? x : times(x, power(x, n - 1)));
const n = (numerator, denominator = 1) => [BigInt(numerator), BigInt(denominator)];
const same = (x, y) => x[0] * y[1] === y[0] * x[1];

/** What one of each unit is in its base, from definitions that do not look at the table. */
function definitions() {
  const inch = n(254, 10000);
  const foot = times(inch, n(12));
  const yard = times(foot, n(3));
  const mile = times(yard, n(1760));
  const pound = n(45359237, 100000000);
  const ounce = over(pound, n(16));
  const grain = over(pound, n(7000));
  const gallon = times(power(inch, 3), n(231));
  const acre = over(power(mile, 2), n(640));
  const gravity = n(980665, 100000);
  const poundForce = times(pound, gravity);
  const all = {
    inch, foot, yard, mile, pound, ounce, gallon, acre,
    furlong: over(mile, n(8)), fathom: times(yard, n(2)), 'nautical-mile': n(1852), cable: n(1852, 10),
    'light-year': times(n(299792458), n(31557600)), 'astronomical-unit': n(149597870700),
    hectare: n(10000), dunam: n(1000), 'acre-foot': times(acre, foot),
    'gallon-imperial': n(454609, 100000000), quart: over(gallon, n(4)), pint: over(gallon, n(8)), cup: over(gallon, n(16)),
    'fluid-ounce': over(gallon, n(128)), tablespoon: over(gallon, n(256)), teaspoon: over(gallon, n(768)),
    barrel: times(gallon, n(42)), bushel: times(power(inch, 3), n(215042, 100)),
    'ounce-troy': times(grain, n(480)), stone: times(pound, n(14)), ton: times(pound, n(2000)), 'long-ton': times(pound, n(2240)),
    tonne: n(1000), kilotonne: n(10 ** 6), megatonne: n(10 ** 9), gigatonne: n(10 ** 12), carat: n(2, 10000),
    minute: n(60), hour: n(3600), day: n(86400), week: n(604800), fortnight: n(1209600),
    celsius: n(1), fahrenheit: n(5, 9), kelvin: n(1),
    'mile-per-hour': over(mile, n(3600)), 'kilometer-per-hour': n(1000, 3600), 'foot-per-second': foot, knot: n(1852, 3600),
    horsepower: times(poundForce, times(foot, n(550))),
    'watt-hour': n(3600), calorie: n(4184, 1000), kilocalorie: n(4184), 'milliampere-hour': n(36, 10),
    electronvolt: [1602176634n, 10n ** 28n], 'british-thermal-unit': n(105505585262, 100000000),
    'pound-foot': times(poundForce, foot), 'pound-per-square-inch': over(poundForce, power(inch, 2)),
    'kilopound-per-square-inch': times(n(1000), over(poundForce, power(inch, 2))),
    millibar: n(100), atmosphere: n(101325), 'part-per-million': n(1, 10 ** 6),
    byte: n(8), pixel: n(1), megapixel: n(10 ** 6), 'megabit-per-second': n(10 ** 6), 'gigabit-per-second': n(10 ** 9),
    'kilobit-per-second': n(1000), 'terabit-per-second': n(10 ** 12),
  };
  // Four more roots, and one of the old pressures: a column of mercury of 13595.1 kg/m³ under standard gravity.
  const mercury = times(times(n(135951, 10), gravity), n(1, 1000));
  Object.assign(all, { bar: n(100000), 'millimeter-ofhg': mercury, 'inch-ofhg': times(mercury, n(254, 10)), gray: n(1), mole: n(1), 'therm-us': n(105480400) });
  ['kibi', 'mebi', 'gibi', 'tebi'].forEach((prefix, i) => (all[`${prefix}byte`] = n(8n * 1024n ** BigInt(i + 1))));
  for (const length of ['inch', 'foot', 'yard', 'mile']) {
    all[`square-${length}`] = power(all[length], 2);
    all[`cubic-${length}`] = power(all[length], 3);
  }
  const prefixes = { pico: -12, nano: -9, micro: -6, milli: -3, centi: -2, deci: -1, '': 0, hecto: 2, kilo: 3, mega: 6, giga: 9, tera: 12, peta: 15, exa: 18, zetta: 21 };
  const roots = { meter: n(1), gram: n(1, 1000), liter: n(1, 1000), second: n(1), watt: n(1), joule: n(1), pascal: n(1), volt: n(1), ampere: n(1),
    hertz: n(1), sievert: n(1), gray: n(1), mole: n(1), ohm: n(1), electronvolt: [1602176634n, 10n ** 28n], bit: n(1), byte: n(8), 'watt-hour': n(3600) };
  for (const [root, one] of Object.entries(roots))
    for (const [prefix, exponent] of Object.entries(prefixes)) {
      const scale = exponent < 0 ? [1n, 10n ** BigInt(-exponent)] : [10n ** BigInt(exponent), 1n];
      all[prefix + root] ??= times(one, scale);
      if (root === 'meter') {
        all[`square-${prefix}meter`] = power(scale, 2);
        all[`cubic-${prefix}meter`] = power(scale, 3);
      }
    }
  for (const one of ['radian', 'meter-per-second', 'newton', 'newton-meter', 'ohm', 'farad', 'lumen', 'lux', 'tesla', 'becquerel']) all[one] = n(1);
  return all;
}

test('every factor is the one its definition gives, exactly', () => {
  const defined = definitions();
  // Rounded by nature: π is in it.
  const rounded = { parsec: '30856775814913673' };
  for (const { id, factor, base } of units) {
    assert.equal(factor === '', base === '', id);
    if (factor === '') continue;
    if (id in rounded) {
      assert.equal(factor, rounded[id]);
      continue;
    }
    assert.ok(id in defined, `no definition of ${id}`);
    assert.ok(same(rational(factor), defined[id]), `${id}: ${factor} is not ${defined[id].join('/')}`);
  }
});

test('a unit of the base is one of it', () => {
  for (const { id, factor, base, offset } of units) if (id === base) assert.deepEqual([factor, offset], ['1', ''], id);
});

// --- signs of approximation ----------------------------------------------------------------------------

test('the words that let a sign of approximation be looked up are those of the table', () => {
  const list = (name) => new Set(readTable(join(folder, `${name}.tsv`), name).rows.map((row) => row.values[0]));
  const words = (sides) => table('approximators').filter(({ side }) => sides.includes(side)).map(({ word }) => word.split(' '));
  assert.deepEqual(list('approximator_ends'), new Set(words(['before', 'both', 'money']).map((phrase) => phrase.at(-1))));
  assert.deepEqual(list('bound_words'), new Set(words(['after', 'both']).map((phrase) => phrase[1]).filter(Boolean)));
});
