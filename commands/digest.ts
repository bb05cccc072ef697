import { bundleProgram } from '../digest/bundle.ts';
import { findShell, otherEngines, ownShell, type Shell } from '../digest/engines.ts';
import { installMissingShells } from '../digest/install-shells.ts';
import { differences, digestsFrom } from '../digest/run-shell.ts';

/*
 * npm run --silent digest
 *
 * Runs a suite of scenarios in V8, JavaScriptCore and SpiderMonkey, as far as their shells
 * are there, prints a hash of each whole result and what differs. Ends with a status other
 * than 0 when an engine comes to another result. A line that begins with '!' is one to heed.
 */
const bundle = await bundleProgram();
const expected = digestsFrom(ownShell, bundle);
const count = Object.keys(expected).length;
for (const [name, hash] of Object.entries(expected)) console.log(`${hash}  ${name}`);
console.log(`\n✓ V8 ${ownShell.version}, in Node ${process.versions.node}: ${count} scenarios`);
let passed = 1;
let failed = 0;

installMissingShells((line) => {
  console.log(line);
});
for (const engine of otherEngines) {
  const shell = findShell(engine);
  if (shell === null) {
    console.log(
      `! NOT CHECKED in ${engine.name}, the engine of ${engine.browsers}: no ${engine.shells.join(' or ')} on PATH; ` +
        `Debian has one in ${engine.debianPackage}`,
    );
    continue;
  }
  const title = `${[engine.name, shell.version].filter(Boolean).join(' ')}, ${shell.path}`;
  const complaints = complaintsAbout(shell);
  if (complaints.length === 0) {
    passed += 1;
    console.log(`✓ ${title}: the same to the last bit`);
  } else {
    failed += 1;
    console.log(`✗ ${title}: other results than V8`);
    for (const complaint of complaints) console.log(`    ${complaint}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function complaintsAbout(shell: Shell): string[] {
  try {
    return differences(expected, digestsFrom(shell, bundle));
  } catch (error) {
    return [(error as Error).message];
  }
}
