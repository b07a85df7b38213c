// npm run sbom: what the package is made of, as CycloneDX 1.5 on standard output.
//
// Only what dist/ carries is listed: the development tools of this folder reach nobody. (For those:
// `npm sbom --sbom-format cyclonedx`.) No date and no random number, so that two builds give one file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain, main, root } from './run.mjs';

const json = async (...path) => JSON.parse(await readFile(join(root, ...path), 'utf8'));

/** A carrier package on npm and the C++ project whose sources it brings. */
const carried = [
  { name: 're2', version: '2023-03-01', licence: 'BSD-3-Clause', carrier: 're2', where: 'https://github.com/google/re2' },
  { name: 'simdjson', version: '3.9.4', licence: 'Apache-2.0', carrier: '@nozbe/simdjson', where: 'https://github.com/simdjson/simdjson' },
];

/** The bill of materials of dist/. */
export async function sbom() {
  const { name, version, license } = await json('package.json');
  const locked = (await json('package-lock.json')).packages;
  const components = carried.map((part) => {
    const { integrity, version: carrierVersion } = locked[`node_modules/${part.carrier}`];
    const [algorithm, digest] = integrity.split('-');
    return {
      type: 'library',
      'bom-ref': part.name,
      name: part.name,
      version: part.version,
      licenses: [{ license: { id: part.licence } }],
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
      purl: `pkg:npm/${part.carrier.replace('@', '%40')}@${carrierVersion}`,
      externalReferences: [{ type: 'vcs', url: part.where }],
    };
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'library', 'bom-ref': name, name, version, licenses: [{ license: { id: license } }], purl: `pkg:npm/${name}@${version}` } },
    components,
    dependencies: [{ ref: name, dependsOn: components.map((part) => part['bom-ref']) }],
  };
}

if (isMain(import.meta.url)) await main(async () => console.log(JSON.stringify(await sbom(), null, 2)));
