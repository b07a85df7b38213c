// Brings a machine to where copydesk builds: tools by Debian's packages, third-party sources by npm.
// On other systems it names what is missing. What is there already is taken as it is.
//
//   node tools/setup.mjs [build|test]
import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Expected, isMain, main, root, run, say } from './run.mjs';

function onPath(...names) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) =>
    names.some((name) => {
      try {
        const file = join(folder || '.', name);
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    }));
}
const header = (name) =>
  ['/usr/include', '/usr/local/include', '/opt/homebrew/include'].some((folder) => existsSync(join(folder, name)));

// Debian's Emscripten links optimised code only with its acorn.
const emscripten = () =>
  onPath('emcc') && (!existsSync('/usr/share/emscripten') || existsSync('/usr/share/nodejs/acorn'));

// Everything that is not npm's: what it is, how to see that it is there, Debian's packages for it.
const needs = [
  { for: 'build', what: 'a C++20 compiler (GCC 12, Clang 14 or newer)', there: () => onPath('c++', 'g++', 'clang++'), debian: ['g++'] },
  { for: 'build', what: 'CMake 3.25 or newer', there: () => onPath('cmake'), debian: ['cmake'] },
  { for: 'build', what: 'Ninja', there: () => onPath('ninja'), debian: ['ninja-build'] },
  { for: 'build', what: 'Emscripten 3.1.6 or newer (emcc)', there: emscripten, debian: ['emscripten', 'node-acorn'] },
  { for: 'test', what: 'doctest 2.4', there: () => header('doctest/doctest.h'), debian: ['doctest-dev'] },
  { for: 'test', what: 'Clang 14 with libFuzzer', there: () => onPath('clang++-14'), debian: ['clang-14', 'lld-14', 'libclang-rt-14-dev'] },
  { for: 'test', what: 'Valgrind', there: () => onPath('valgrind'), debian: ['valgrind'] },
  { for: 'test', what: 'Chromium', there: () => onPath('chromium', 'chromium-browser', 'google-chrome'), debian: ['chromium'] },
  { for: 'test', what: 'Firefox', there: () => onPath('firefox-esr', 'firefox'), debian: ['firefox-esr'] },
  { for: 'test', what: 'Python 3', there: () => onPath('python3'), debian: ['python3'] },
];

const isRoot = () => process.getuid?.() === 0;

async function installDebianPackages(packages) {
  const [command, ...first] = isRoot() ? ['apt-get'] : ['sudo', 'apt-get'];
  const apt = (...args) =>
    run(command, [...first, '-o', 'DPkg::Lock::Timeout=400', '-q', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  say(`copydesk: installing ${packages.join(', ')} (Debian packages; a minute or a few, once)`);
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages);
}

async function setUpTools(purpose) {
  const missing = () => needs.filter((need) => (need.for === 'build' || purpose === 'test') && !need.there());
  const canInstall = existsSync('/etc/debian_version') && onPath('apt-get') && (isRoot() || onPath('sudo'));
  if (missing().length > 0 && canInstall) await installDebianPackages(missing().flatMap((need) => need.debian));
  const lines = missing().map((need) => `  - ${need.what} (Debian: ${need.debian.join(' ')})`);
  if (lines.length > 0)
    throw new Expected(`copydesk needs these and cannot find them; please install:\n${lines.join('\n')}`);
}

// npm leaves in node_modules/.package-lock.json what it installed there.
function packagesAreInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.integrity === entry.integrity);
}

/** Fetches the packages that the lock file of `folder` names; quick when they are there. */
export async function setUpPackages(folder = root) {
  if (packagesAreInstalled(folder)) return;
  // npm empties the folder that a link leads to, which others may be using.
  const packages = join(folder, 'node_modules');
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(packages);
  say('copydesk: fetching the locked npm packages (no install script of theirs runs)');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]);
}

/** Makes sure that `purpose`, "build" or "test", can be carried out; quick when it can. */
export async function setUp(purpose) {
  await setUpTools(purpose);
  await setUpPackages();
}

if (isMain(import.meta.url)) await main(() => setUp(process.argv[2] ?? 'test'));
