const { session } = chrome.storage;

session.get('draft', ({ draft }) => {
  document.title = draft;
});
