const api = globalThis.browser ?? globalThis.chrome;

if (api.contextMenus) {
  api.contextMenus.create({ id: 'a', title: 'A' });
  try {
    api.contextMenus.create({ id: 'b', title: 'B', contexts: ['tab'] });
  } catch (error) {
    console.warn(error);
  }
}
