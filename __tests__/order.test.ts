import { expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf, fixturesOf } from './support.ts';

/** The transforms of the manifest. */
const MANIFEST = /^(manifest-version|action-key|host-permissions|permission-names|web-accessible-resources|content-security-policy|browser-specific-settings|manifest-keys|options-page|browser-style|background-entry)$/;

/** The scripts that a migration gives. */
function scriptsOf({ extension }: ReturnType<typeof migrate>) {
  return Object.fromEntries([...extension.files].filter(([path]) => /\.[jt]s$/.test(path)).map(([path, { text }]) => [path, text]));
}

// What comes of the scripts does not depend on the round in which the manifest changes.
it.each(fixturesOf('extensions').map((fixture) => [fixture.name, fixture] as const))('gives the same scripts of %s when its manifest is migrated first', (_, { input, target }) => {
  const first = migrate(extensionOf(input, target), transforms.filter(({ id }) => MANIFEST.test(id)));
  expect(scriptsOf(migrate(first.extension, transforms))).toEqual(scriptsOf(migrate(extensionOf(input, target), transforms)));
});
