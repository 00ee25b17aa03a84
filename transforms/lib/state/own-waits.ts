import { isCall, isMember, memberName, unwrap, type Node } from '../ast.ts';
import { isBehindHere } from '../gates/behind.ts';
import type { Entry } from '../gates/entries.ts';
import { nameOfBinding } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import { assertSettles } from './settling.ts';
import { sharingOf } from './sharing.ts';
import type { Turns } from '../turns.ts';

/** Listeners, and the promises that each waits for beside the one that it is given. */
interface Alike {
  readonly entries: readonly Entry[];
  readonly before: ReadonlyMap<Entry, readonly string[]>;
}

/**
 * Has listeners wait for the promises of the start-up that others wait for with which they share something. These promises are settled for most of a
 * persistent background's life; at each wake they are not, and of two events that come together the second would be first.
 * @throws Refusal where one of them is not known to end, or a listener cannot reach it
 */
export function waitingAlike(entries: readonly Entry[], turns: Turns): Alike {
  const awaited = new Map(entries.flatMap(({ touches, script }) => touches.map((touch) => [touch, promisesBefore(touch, script)] as const)));
  const before = new Map<Entry, readonly string[]>();
  const alike = entries.flatMap((entry) => {
    const wanted = new Map<Binding, Node>();
    for (const other of entries) {
      for (const touch of other.touches) for (const [binding, place] of awaited.get(touch)!) if (!wanted.has(binding) && (other === entry || share(entry, other, turns))) wanted.set(binding, place);
    }
    const groups = new Map<string, { readonly touches: Node[]; readonly lacking: readonly Binding[] }>();
    for (const touch of entry.touches) {
      // Only the branches of a message listener wait each for themselves.
      const some = entry.mode === 'message' ? [touch] : entry.touches;
      const lacking = [...wanted.keys()].filter((binding) => !some.every((one) => awaited.get(one)!.has(binding)));
      const key = lacking.map(({ name }) => name).join();
      const group = groups.get(key) ?? { touches: [], lacking };
      groups.set(key, group);
      group.touches.push(touch);
    }
    return [...groups.values()].map(({ touches, lacking }) => {
      const part = groups.size === 1 ? entry : { ...entry, touches };
      before.set(part, lacking.map((binding) => nameAt(entry, binding, wanted.get(binding)!, turns)));
      return part;
    });
  });
  return { entries: alike, before };
}

/** How a listener names a promise for which others wait. */
function nameAt({ script, list, fn }: Entry, binding: Binding, place: Node, turns: Turns): string {
  assertSettles(place, turns);
  // What is caught first is settled a little later, and the order would be another one.
  if (mayFail(binding)) throw new Refusal(`listeners that use it wait for \`${binding.name}\`, which may fail, and others do not`);
  const name = nameOfBinding(turns.scriptOf(place), binding, script, list[0] ?? fn.body);
  if (name === undefined) throw new Refusal(`a listener that uses it cannot reach \`${binding.name}\`, for which others wait`);
  return name;
}

/** The promises of the start-up that code waits for before it runs, each with a place that names it. */
function promisesBefore(touch: Node, script: Entry['script']): ReadonlyMap<Binding, Node> {
  const promises = new Map<Binding, Node>();
  isBehindHere(touch, (expression) => {
    const binding = expression.type === 'Identifier' ? script.binding(expression) : undefined;
    if (binding !== undefined && isOfStart(binding)) promises.set(binding, expression);
    return false;
  }, script);
  return promises;
}

/** Whether a name stands, as long as the background runs, for what the start-up gave it; but for state that is restored. */
function isOfStart({ name, scope, kind, declarations, references }: Binding): boolean {
  return !name.endsWith('Restored') && scope.parent === undefined && /^(const|let|var)$/.test(kind) && declarations.length === 1 && declarations[0]!.init != null && !references.some(({ writes }) => writes);
}

/** Whether one of two listeners changes what the other uses. */
function share(one: Entry, other: Entry, turns: Turns): boolean {
  const meets = (a: Entry, b: Entry): boolean => sharingOf(turns).shared([a.fn.body], () => false, [b.fn.body]).length > 0;
  return meets(one, other) || meets(other, one);
}

function mayFail({ declarations: [declaration] }: Binding): boolean {
  const init = unwrap(declaration!.init!);
  return init.type !== 'NewExpression' && !(isCall(init) && isMember(init.callee) && memberName(init.callee) === 'catch');
}
