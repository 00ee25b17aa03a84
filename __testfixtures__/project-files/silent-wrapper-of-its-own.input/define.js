export function defineBackground(setup) {
  return setup({ api: chrome });
}
