import { isCall, mayLeave, nameOfCallee, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { isInside, type Page, type PageElement } from '../page.ts';
import type { Script } from '../script.ts';
import { idOf } from './same-event.ts';

/** Whether the browser may leave the page after a listener: for a click on a link, a form that is sent. */
export function mayLeavePage(script: Script, target: Node | undefined, types: string, fn: FunctionNode): boolean {
  if (!/\b(click|dblclick|submit|keydown|keypress|keyup)\b/.test(types) || alwaysPrevents(fn)) return false;
  const leaves = (element: PageElement): boolean => {
    const href = element.attributes.get('href');
    return element.tag === 'form' || (element.tag === 'a' && href !== undefined && !/^(#|javascript:)/.test(href));
  };
  const pages = script.realms.flatMap(({ name }) => script.extension.page(name) ?? []);
  const elements = pages.flatMap((page) => page.elements);
  const id = target && idOf(script, target);
  const own = id === undefined ? [] : elements.filter(({ attributes }) => attributes.get('id') === id);
  const isApart = own.length > 0 && own.every((element) => !leaves(element) && !pages.some((page) => sends(page, element) || page.elements.some((link) => link.tag === 'a' && leaves(link) && page.elements.includes(element) && isInside(element, link))));
  return !isApart && elements.some(leaves);
}

/** Whether a listener says `event.preventDefault()` on each way on which it does anything: nothing but `if (…) return;` may end it before. */
function alwaysPrevents({ body }: FunctionNode): boolean {
  const isPrevention = (node: Node): boolean => isCall(node) && nameOfCallee(unwrap(node.callee as Node)) === 'preventDefault';
  if (body.type !== 'BlockStatement') return isPrevention(unwrap(body));
  for (const statement of body.body) {
    if (statement.type === 'ExpressionStatement' && isPrevention(unwrap(statement.expression))) return true;
    if (mayLeave(statement) && !isGuard(statement)) return false;
  }
  return false;
}

/** `if (…) return;` */
function isGuard(statement: Node): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate) return false;
  const [only, ...more] = statement.consequent.type === 'BlockStatement' ? statement.consequent.body : [statement.consequent];
  return more.length === 0 && only?.type === 'ReturnStatement' && !only.argument;
}

/** Whether a click on an element of a page sends a form. */
function sends({ elements, text }: Page, element: PageElement): boolean {
  const { tag, attributes, place } = element;
  if (!elements.includes(element) || !/^(button|input)$/.test(tag) || /^(button|reset|checkbox|radio|text)$/.test(attributes.get('type') ?? '')) return false;
  return attributes.has('form') || elements.some((form) => form.tag === 'form' && form.place.start < place.start && !text.slice(form.place.end, place.start).includes('</form'));
}
