// npm run analyze -- FILE…: from a fresh machine to a report. Sets up, builds, runs the package's command.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { main, root } from './run.mjs';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  await setUp('build');
  await build();
  // File names are meant from where the person stands, which npm leaves for the project's folder.
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  return status ?? 1;
});
