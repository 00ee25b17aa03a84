export function h(name: string, props: object): HTMLElement {
  return Object.assign(document.createElement(name), props);
}
