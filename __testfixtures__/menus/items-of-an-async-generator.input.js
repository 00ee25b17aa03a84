async function* items() {
  chrome.contextMenus.create({ id: 'first', title: 'First' });
  yield 'first';
  chrome.contextMenus.create({ id: 'second', title: 'Second' });
  yield 'second';
}

(async () => {
  for await (const id of items()) console.log(id);
})();
