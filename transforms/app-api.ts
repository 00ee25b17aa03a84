import { isAssigned, type ApiReference } from './lib/api.ts';
import { hasAlternative, isTest } from './lib/guarded.ts';
import { isMember, memberName, parentOf, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { moveMember, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'app-api',
  summary: '`chrome.app`, which extensions no longer have',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getManifest',
  names: ['app'],
  apiOnly: true,
  messages: {
    'details': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'details-kept': {
      outcome: 'review', severity: 'error',
      text: '`{old}` is now `{new}`, which has no `id`',
      advice: 'Check that nothing reads the `id` of this object: that is `runtime.id`.',
    },
    'packaged-app': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` belongs to packaged apps, which Chrome no longer runs',
      advice: 'An app must become an extension with pages of its own (`tabs.create`, `windows.create`), or a web app.',
      url: 'https://developer.chrome.com/docs/apps/migration',
    },
    'hosted-app': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Manifest V3',
      advice: 'It was for hosted apps, which are gone. Remove it.',
    },
    'chrome-test': {
      outcome: 'manual', severity: 'warning',
      text: 'this test of `{old}` always fails in Manifest V3',
      advice: 'To recognise Chrome, test for what only Firefox has: `!("getBrowserInfo" in chrome.runtime)`.',
    },
  },
  *script(script: Script) {
    // Code that nothing known loads may run in web pages, where `chrome.app` is something else.
    const inExtension = script.realms.some(({ kind }) => kind !== 'sandbox');
    for (const reference of script.references('app')) {
      const { names, path } = reference;
      if (isAssigned(reference.node) || hasAlternative(script, reference, 'runtime.getManifest')) continue;
      if (path === 'app.getDetails' && reference.call && reference.keys[1] !== undefined) {
        yield* details(script, reference);
        continue;
      }
      if (reference.keys[0] === undefined && reference.keys[1] === undefined) continue;
      const at = script.at(reference.node);
      const data = { old: spelled(script, reference, Math.min(names.length, 2)) };
      if (isTest(reference.node)) {
        if (inExtension && script.extension.isV3) yield { message: 'chrome-test', at, data };
      } else if (names[1] === 'runtime' || names[1] === 'window') {
        yield { message: 'packaged-app', at, data };
      } else if (names.length > 1) {
        yield { message: 'hosted-app', at, data };
      }
    }
  },
});

/** `getDetails()` was the manifest, and the extension's id. */
function* details(script: Script, reference: ApiReference) {
  const renamed = moveMember(script, reference, 'app.getDetails', 'runtime.getManifest');
  const old = `${spelled(script, reference, 2)}()`;
  const at = script.at(reference.keys[1]!);
  if (renamed === undefined || reference.namespace === undefined) {
    yield { message: 'hosted-app' as const, at, data: { old } };
    return;
  }
  const id = `${reference.namespace}.runtime.id`;
  const call = wrapped(reference.call!);
  if (isId(call)) {
    yield { message: 'details' as const, at, edits: [script.replace(parentOf(call)!, id)], data: { old: `${old}.id`, new: id } };
    return;
  }
  const uses = usesOf(script, call);
  const edits: Edit[] = [...renamed, ...(uses ?? []).filter(isId).map((use) => script.replace(parentOf(use)!, id))];
  const isClear = isMember(parentOf(call)) || (uses !== undefined && uses.every((use) => isMember(parentOf(use))));
  yield { message: isClear ? 'details' as const : 'details-kept' as const, at, edits, data: { old, new: `${spelled(script, reference, 2, renamed)}()` } };
}

/** The uses of the variable that an expression initialises, and that nothing else is assigned to. */
function usesOf(script: Script, expression: Node): readonly Node[] | undefined {
  const parent = parentOf(expression);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const binding = script.binding(parent.id);
  if (binding === undefined || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) return undefined;
  return binding.references.map(({ node }) => wrapped(node));
}

function isId(expression: Node): boolean {
  const parent = parentOf(expression);
  return isMember(parent) && parent.object === expression && memberName(parent) === 'id';
}
