import { isMember, parentOf, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { exportedNames, wholeUses } from '../modules.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { flowOf, type Flow, type FlowStart } from '../values/flow.ts';

const known = new WeakMap<readonly Access[], Flow>();

/** Where what a variable holds goes under other names. What is told of other variables is theirs: `this.count++` in a method of an object that it holds. */
export function otherNamesOf(variable: Variable, turns: Turns, bounding: Bounding): Flow {
  const { accesses } = variable;
  let flow = known.get(accesses);
  if (flow === undefined) {
    const whole = flowOf([...accesses.filter(({ initial }) => !initial), ...modulesAround(variable)], turns);
    const own = new Set<Node>(accesses.map((access) => access.node));
    const isRead = ({ node, reads }: Access): boolean => reads && phasesAt(node, turns).has('event');
    const isOwn = ({ node }: Access): boolean => {
      for (let place: Node = node, up = parentOf(wrapped(place)); ; place = up, up = parentOf(wrapped(place))) {
        if (bounding.accessesAt(place).some(isRead) && !own.has(place)) return false;
        if (!isMember(up) || up.object !== wrapped(place)) return true;
      }
    };
    flow = { ...whole, changes: whole.changes.filter(isOwn), uses: whole.uses.filter(isOwn), lost: whole.lost };
    known.set(accesses, flow);
  }
  return flow;
}

/** Where a module is used as a whole that exports a variable, and what the variable is called there: `const { tabs } = state;`, `await import('./state.js')`. */
function modulesAround({ script, node }: Variable): readonly FlowStart[] {
  const binding = node.type === 'Identifier' && script.isModule ? script.binding(node) : undefined;
  const names = binding === undefined ? [] : exportedNames(script, binding);
  return names.length === 0 ? [] : wholeUses(script).flatMap((use) => names.map((name) => ({ ...use, path: [name] })));
}
