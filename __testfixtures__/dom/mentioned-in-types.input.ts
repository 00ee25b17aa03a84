interface Pages { document: Document; window: Window }
let title: HTMLElement | undefined;
declare const settings: Pages;
export function read(pages: Partial<Pages>): number {
  return Object.keys(pages).length;
}
export { title };
