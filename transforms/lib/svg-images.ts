import { isFunction, walk, type Node } from './ast.ts';
import type { Script } from './script.ts';

/**
 * The text that names an SVG image, in a value that is given to the API as an image or several. Chrome shows such images when a page of
 * the extension asks for it, and fails when its service worker does (verified in Chromium 156).
 */
export function svgImage(script: Script, value: Node | undefined): Node | undefined {
  return value && texts(script, value).find((text) => /\.svg$/i.test(script.textOf(text).slice(0, -1)));
}

/** The texts that a value is made of, those of variables too that are never changed. */
function texts(script: Script, value: Node): Node[] {
  const found: Node[] = [];
  walk(value, (node) => {
    if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') found.push(node);
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    const [declaration] = binding?.references.some(({ writes }) => writes) === true ? [] : (binding?.declarations ?? []);
    if (declaration?.init && declaration.init.end! < value.start!) found.push(...texts(script, declaration.init));
    return !isFunction(node);
  });
  return found;
}
