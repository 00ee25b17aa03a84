import { isMember, parentOf, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { backgroundScripts, places, unitOf, usesIn } from './lib/environment.ts';
import { globalObjectAt, takenOf, type Taken } from './lib/global-object.ts';
import { isIgnored } from './lib/ignoring.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { shortened, snippet } from './lib/words.ts';

const ID = 'global-object';

export default define({
  id: ID,
  summary: '`window` in the background, where a service worker knows its global object as `self`',
  url: 'https://developer.mozilla.org/docs/Web/API/WorkerGlobalScope/self',
  targets: ['chrome', 'cross-browser'],
  messages: {
    'renamed': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`{more}: a service worker has no `window`',
    },
    'computed': {
      outcome: 'review', severity: 'error',
      text: '`{old}` is now `{new}`{more}: a service worker has no `window`, and lacks many of its names',
      advice: 'Check that the name which is computed here is never that of something which only pages have.',
    },
  },
  *realm(realm: Realm) {
    for (const script of backgroundScripts(realm, /(?<![\w$])window(?![\w$])/)) {
      if (!script.file.editable) continue;
      for (const { taken, name, nodes } of grouped(realm, script)) {
        const [first] = nodes;
        const holder = parentOf(wrapped(first!));
        const old = snippet(script, isMember(holder) && holder.object === wrapped(first!) ? holder : first!);
        yield {
          message: taken === 'known' ? 'renamed' : 'computed', at: script.at(first!),
          edits: nodes.map((node) => script.replace(node, name)),
          data: { old, new: shortened(old.replace(script.textOf(first!), name)), more: places(nodes.length) },
        };
      }
    }
  },
});

interface Group {
  readonly taken: Taken;
  readonly name: string;
  readonly nodes: Node[];
}

/** The places that can be changed, by the function or statement that they stand in; one that a comment has left alone stands for itself. */
function grouped(realm: Realm, script: Script): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { node } of usesIn(realm, script, ['window'])) {
    const taken = node.type === 'Identifier' ? takenOf(realm, script, node) : undefined;
    const name = taken && globalObjectAt(script, node);
    if (taken === undefined || name === undefined) continue;
    const key = isIgnored(script, node, ID) ? `${node.start}` : `${taken} ${name} ${unitOf(node).start}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { taken, name, nodes: [node] });
    else group.nodes.push(node);
  }
  return groups.values();
}
