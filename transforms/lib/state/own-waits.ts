import type * as t from '@babel/types';
import { isCall, isMember, memberName, unwrap, type Node } from '../ast.ts';
import { isBehindHere } from '../gates/behind.ts';
import type { Entry } from '../gates/entries.ts';
import { gateEntries } from '../gates/gates.ts';
import type { Insertions } from '../insertions.ts';
import { nameOfBinding } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { assertSettles } from './settling.ts';
import { sharingOf } from './sharing.ts';
import type { Turns } from '../turns.ts';

/** A promise of the start-up that the author has some listeners wait for. */
interface OwnWait {
  readonly id: t.Identifier;
  readonly script: Script;
  readonly waiting: Set<Entry>;
}

/**
 * Has listeners wait for the promises of the start-up that others wait for with which they share something. These promises are settled for most of a
 * persistent background's life; at each wake they are not, and of two events that come together the second would be first.
 * @throws Refusal where one of them is not known to end, or a listener cannot wait for it
 */
export function waitAlike(entries: readonly Entry[], turns: Turns, into: Insertions): void {
  for (const [binding, { id, script, waiting }] of ownWaits(entries)) {
    const others = entries.filter((entry) => !waiting.has(entry) && [...waiting].some((one) => share(one, entry, turns)));
    if (others.length === 0) continue;
    if (others.some(({ mode }) => mode === 'message')) throw new Refusal(`a message listener that uses it does not wait for \`${id.name}\`, as others do`);
    assertSettles(id, turns);
    // What is caught first is settled a little later, and the order would be another one.
    if (mayFail(binding)) throw new Refusal(`listeners that use it wait for \`${id.name}\`, which may fail, and others do not`);
    gateEntries(others, (from, place) => {
      const name = nameOfBinding(script, binding, from, place);
      if (name === undefined) throw new Refusal(`a listener that uses it cannot reach \`${id.name}\`, for which others wait`);
      return name;
    }, into);
  }
}

function ownWaits(entries: readonly Entry[]): ReadonlyMap<Binding, OwnWait> {
  const waits = new Map<Binding, OwnWait>();
  for (const entry of entries) {
    const note = (expression: Node, script: Script): boolean => {
      const binding = expression.type === 'Identifier' ? script.binding(expression) : undefined;
      if (binding === undefined || !isOfStart(binding) || /Restored$/.test(binding.name)) return false;
      const wait = waits.get(binding) ?? { id: expression as t.Identifier, script, waiting: new Set<Entry>() };
      waits.set(binding, wait);
      wait.waiting.add(entry);
      return false;
    };
    for (const touch of entry.touches) isBehindHere(touch, note, entry.script);
  }
  return waits;
}

/** Whether a name stands, as long as the background runs, for what the start-up gave it. */
function isOfStart({ scope, kind, declarations, references }: Binding): boolean {
  return scope.parent === undefined && /^(const|let|var)$/.test(kind) && declarations.length === 1 && declarations[0]!.init != null && !references.some(({ writes }) => writes);
}

/** Whether one of two listeners changes what the other uses. */
function share(one: Entry, other: Entry, turns: Turns): boolean {
  return sharingOf(turns).shared([one.fn.body], () => false, [other.fn.body]).length > 0;
}

function mayFail({ declarations: [declaration] }: Binding): boolean {
  const init = unwrap(declaration!.init!);
  return init.type !== 'NewExpression' && !(isCall(init) && isMember(init.callee) && memberName(init.callee) === 'catch');
}
