// npm run reproducible: builds dist/ and the extension's zip from the committed sources in two folders and
// compares every byte.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Expected, isMain, main, root, run, say } from './run.mjs';
import { setUp } from './setup.mjs';

/** Builds a clone of HEAD in a folder of its own. @returns {Promise<Map<string, string>>} file → hash */
async function buildElsewhere(name) {
  const folder = await mkdtemp(join(tmpdir(), name));
  try {
    await run('git', ['clone', '-q', '--local', root, join(folder, 'copydesk')]);
    await symlink(join(root, 'node_modules'), join(folder, 'copydesk/node_modules'));
    say(`copydesk: building in ${folder}`);
    await run('node', ['tools/extension.mjs'], { cwd: join(folder, 'copydesk') }); // it builds dist/ first
    const dist = join(folder, 'copydesk/dist');
    const hashes = new Map();
    const add = async (name, path) => hashes.set(name, createHash('sha256').update(await readFile(path)).digest('hex'));
    for (const file of (await readdir(dist)).sort()) await add(`dist/${file}`, join(dist, file));
    await add('copydesk-extension.zip', join(folder, 'copydesk/build/copydesk-extension.zip'));
    return hashes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('build');
    const first = await buildElsewhere('copydesk-a-');
    const second = await buildElsewhere('copydesk-the-other-');
    const different = [...new Set([...first.keys(), ...second.keys()])].filter((file) => first.get(file) !== second.get(file));
    if (different.length > 0) throw new Expected(`these files differ between the two builds: ${different.join(', ')}`);
    for (const [file, hash] of first) console.log(`${hash}  ${file}`);
  });
